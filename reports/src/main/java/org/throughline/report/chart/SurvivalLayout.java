package org.throughline.report.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.throughline.figure.CurvePoint;

/** Where everything of a survival chart lies, in one of its forms. */
final class SurvivalLayout {

  private static final double TOP = 34;
  private static final double AXIS_ROOM = 50;

  private final SurvivalModel model;
  private final Form form;
  private final int lastDay;
  private final List<Group> drawn;
  private final List<StepCurve> curves;
  private final Rectangle2D plot;
  private final Frame frame;
  private final RiskTable table;
  private final Optional<MarkBlock> block;

  /** The same with longer names, for when it stands under the plot. */
  private final Optional<MarkBlock> widerBlock;

  SurvivalLayout(SurvivalModel model, Form form) {
    this.model = model;
    this.form = form;
    this.lastDay = Math.max(1, model.lastDay());
    this.drawn = model.groups().stream().filter(g -> !g.points().isEmpty()).toList();
    this.plot = plot();
    List<Integer> ticks = ticks();
    this.frame =
        new Frame(plot, Frame.days(lastDay, ticks), Frame.percent(), Frame.Grid.HORIZONTAL);
    this.curves =
        drawn.stream().map(g -> StepCurve.of(g.points(), lastDay, plot.getWidth())).toList();
    this.table =
        new RiskTable(
            model.groups(), ticks, form == Form.WIDE ? plot.getMaxX() + 24 : form.width());
    this.block = block(form.choose(150.0, 0.0));
    this.widerBlock = block(form.choose(400.0, 150.0));
  }

  private Optional<MarkBlock> block(double nameRoom) {
    return model
        .markDay()
        .filter(day -> day <= lastDay)
        .map(day -> new MarkBlock(day, drawn, curves, nameRoom))
        .filter(values -> !values.isEmpty());
  }

  /** Wide charts share their axis; narrow ones give it what their names leave. */
  private Rectangle2D plot() {
    double labels =
        drawn.stream()
            .flatMap(group -> label(group).stream())
            .mapToDouble(Type.NAME::width)
            .max()
            .orElse(0);
    double left = form == Form.WIDE ? Math.max(138, RiskTable.labelWidth(model.groups()) + 34) : 42;
    double right =
        form == Form.WIDE ? 630 : Math.min(form.width() - 14, form.width() - labels - 11);
    return Frame.area(left, TOP, right, TOP + form.choose(300.0, 230.0));
  }

  Sheet sheet() {
    if (drawn.isEmpty()) {
      return nothing();
    }
    Optional<Rectangle2D> inside = place();
    double under = plot.getMaxY() + AXIS_ROOM;
    double tableTop =
        under + (inside.isEmpty() ? block.map(values -> values.height() + 8).orElse(0.0) : 0);
    double height = tableTop + table.height();
    return new Sheet(
        form.width(),
        height,
        ink -> {
          ink.text(
              Type.TEXT.cut(model.yTitle(), form.width() - titleX()),
              titleX(),
              13,
              Type.TEXT,
              Hue.INK_2);
          frame.draw(ink, dataset(), renderer(), form.width(), height);
          ink.text(
              axisTitle(),
              plot.getCenterX(),
              plot.getMaxY() + 38,
              Type.TEXT,
              Hue.INK_3,
              Ink.Anchor.MIDDLE);
          EndLabels.paint(ink, labels(), plot.getMaxX() + form.choose(16.0, 9.0));
          if (inside.isPresent()) {
            block.ifPresent(b -> b.paint(ink, inside.get().getX(), inside.get().getY()));
          } else {
            widerBlock.ifPresent(b -> b.paint(ink, plot.getMinX(), under));
          }
          rings(ink);
          table.paint(ink, tableTop, frame);
          hovers(ink);
        });
  }

  private double titleX() {
    return form == Form.WIDE ? plot.getMinX() : 0;
  }

  private CurveRenderer renderer() {
    return new CurveRenderer(
        IntStream.range(0, drawn.size())
            .mapToObj(i -> new CurveRenderer.Line(curves.get(i), drawn.get(i).tint()))
            .toList(),
        frame,
        crowded() ? ticks().stream().filter(day -> day > 0).toList() : List.of());
  }

  /** Too many groups for bands. */
  private boolean crowded() {
    return drawn.size() > HouseStyle.MOST_BANDS;
  }

  private List<Integer> ticks() {
    return form == Form.WIDE ? DayTicks.wide(lastDay) : DayTicks.narrow(lastDay);
  }

  private String axisTitle() {
    return crowded()
        ? form.choose(
            "Days since admission (upright lines: 95\u00A0% intervals)",
            "Days since admission (lines: 95\u00A0%)")
        : "Days since admission";
  }

  /** All values on a day, for a pointer over its stretch of days. */
  private void hovers(Ink ink) {
    HoverDays.paint(
        ink,
        frame,
        plot,
        HoverDays.every(lastDay, form.choose(18, 9)),
        day -> {
          List<String> lines = new ArrayList<>();
          for (int i = 0; i < drawn.size(); i++) {
            String name = drawn.get(i).name();
            curves
                .get(i)
                .at(day)
                .ifPresent(point -> lines.add(name + ": " + HoverDays.value(point)));
          }
          return lines;
        });
  }

  private XYIntervalSeriesCollection dataset() {
    XYIntervalSeriesCollection dataset = new XYIntervalSeriesCollection();
    for (int i = 0; i < drawn.size(); i++) {
      XYIntervalSeries series = new XYIntervalSeries(i);
      for (CurvePoint point : curves.get(i).points()) {
        double day = point.day();
        series.add(day, day, day, point.estimate(), point.low(), point.high());
      }
      dataset.addSeries(series);
    }
    return dataset;
  }

  private List<EndLabels.Placed> labels() {
    List<EndLabels.Label> labels = new ArrayList<>();
    for (int i = 0; i < drawn.size(); i++) {
      StepCurve curve = curves.get(i);
      labels.add(
          new EndLabels.Label(
              label(drawn.get(i)),
              List.of(),
              drawn.get(i).tint(),
              frame.x(curve.end()),
              frame.y(curve.last().estimate())));
    }
    return EndLabels.place(labels, plot.getMinY() + 4, plot.getMaxY() - 4);
  }

  private List<String> label(Group group) {
    double longestWord =
        List.of(group.name().split(" ")).stream().mapToDouble(Type.NAME::width).max().orElse(0);
    double room = form == Form.WIDE ? 134 : Math.max(72, Math.min(104, Math.ceil(longestWord)));
    return Type.NAME.wrap(group.name(), room, 3);
  }

  private Optional<Rectangle2D> place() {
    return block.flatMap(
        values -> values.place(plot, frame.x(model.markDay().orElseThrow()), occupied()));
  }

  /** What curves, bands and leaders cover. */
  private List<Rectangle2D> occupied() {
    List<Rectangle2D> covered = new ArrayList<>();
    for (StepCurve curve : curves) {
      for (int i = 0; i < curve.points().size(); i++) {
        CurvePoint point = curve.points().get(i);
        double from = frame.x(point.day());
        double to =
            frame.x(i + 1 < curve.points().size() ? curve.points().get(i + 1).day() : curve.end());
        double top = frame.y(Math.max(point.high(), point.estimate()));
        double bottom = frame.y(Math.min(point.low(), point.estimate()));
        covered.add(new Rectangle2D.Double(from, top, Math.max(1, to - from), bottom - top + 1));
      }
    }
    double x = plot.getMaxX() + form.choose(16.0, 9.0);
    for (EndLabels.Placed placed : labels()) {
      double top = Math.min(placed.y(), placed.label().endY());
      double bottom = Math.max(placed.y(), placed.label().endY());
      covered.add(
          new Rectangle2D.Double(
              placed.label().endX(), top - 2, x - placed.label().endX(), bottom - top + 4));
    }
    return covered;
  }

  private void rings(Ink ink) {
    if (block.isEmpty()) {
      return;
    }
    int day = model.markDay().orElseThrow();
    ink.line(
        frame.x(day), plot.getMinY(), frame.x(day), plot.getMaxY(), Hue.AXIS, HouseStyle.GUIDE);
    for (int i = 0; i < drawn.size(); i++) {
      Tint tint = drawn.get(i).tint();
      double x = frame.x(day) + (crowded() ? CurveRenderer.aside(i, drawn.size()) : 0);
      curves
          .get(i)
          .at(day)
          .ifPresent(
              point ->
                  ink.ring(
                      tint.marker().at(x, frame.y(point.estimate()), HouseStyle.RING),
                      tint.line()));
    }
  }

  /** Nothing can be drawn: the sentence says why, and the table keeps the groups. */
  private Sheet nothing() {
    return Blank.sheet(
        form,
        model.yTitle(),
        model.groups().stream().map(Group::note).toList(),
        table.height(),
        (ink, y) -> table.paint(ink, y, frame));
  }
}
