package org.throughline.report.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.throughline.figure.CurvePoint;
import org.throughline.figure.Interval;
import org.throughline.figure.Unit;

/** Where the small curves of sites lie, in one of the forms. */
final class MultiplesLayout {

  /** A site with the words above its curve, and the top left of its cell. */
  private record Cell(Group site, List<String> name, List<String> words, double x, double y) {

    double head() {
      return (name.size() + words.size()) * HouseStyle.LEADING;
    }
  }

  private static final double LEFT = 42;
  private static final double RIGHT = 16;
  private static final double GAP = 22;
  private static final double TOP = 26;

  /** Between the words of a cell and its curve. */
  private static final double AIR = 8;

  /** Numbers under a curve, and the gap to the next row. */
  private static final double FOOT = 44;

  /** Sites beyond which a narrow form has two in a row. */
  private static final int MANY = 4;

  private static final List<Double> SHARES = List.of(0.0, 0.2, 0.4, 0.6, 0.8, 1.0);
  private static final List<Double> FEW_SHARES = List.of(0.0, 0.5, 1.0);

  private final MultiplesModel model;
  private final Form form;
  private final int lastDay;
  private final int columns;
  private final double cellWidth;
  private final double plotHeight;

  MultiplesLayout(MultiplesModel model, Form form) {
    this.model = model;
    this.form = form;
    this.lastDay = Math.max(1, model.lastDay());
    this.columns = form.choose(3, model.sites().size() > MANY ? 2 : 1);
    this.cellWidth = Math.floor((form.width() - LEFT - RIGHT - (columns - 1) * GAP) / columns);
    this.plotHeight = form == Form.WIDE || columns == 1 ? 120 : 90;
  }

  Sheet sheet() {
    if (model.sites().stream().allMatch(site -> site.points().isEmpty())) {
      return Blank.sheet(form, model.yTitle(), model.sites().stream().map(Group::note).toList());
    }
    List<Cell> cells = new ArrayList<>();
    double y = TOP;
    List<Double> heads = new ArrayList<>();
    for (int row = 0; row * columns < model.sites().size(); row++) {
      List<Group> sites =
          model.sites().subList(row * columns, Math.min((row + 1) * columns, model.sites().size()));
      double head = 0;
      for (int i = 0; i < sites.size(); i++) {
        Cell cell = cell(sites.get(i), LEFT + i * (cellWidth + GAP), y);
        head = Math.max(head, cell.head());
        cells.add(cell);
        heads.add(0.0);
      }
      for (int i = 0; i < sites.size(); i++) {
        heads.set(row * columns + i, head);
      }
      y += head + AIR + plotHeight + FOOT;
    }
    double height = y - FOOT + 46;
    Optional<StepCurve> program = model.program().map(this::curve);
    return new Sheet(
        form.width(),
        height,
        ink -> {
          title(ink, program.isPresent());
          for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            double head = heads.get(i);
            boolean first = i % columns == 0;
            ink.about(cell.site().name(), () -> paint(ink, cell, head, program, first, height));
          }
          ink.text(
              "Days since admission",
              LEFT + (form.width() - LEFT) / 2,
              height - 6,
              Type.TEXT,
              Hue.INK_3,
              Ink.Anchor.MIDDLE);
        });
  }

  /** What is up, and what the dashes are. */
  private void title(Ink ink, boolean program) {
    String dashes = "dashed: " + model.programName();
    double room = program ? Type.TEXT.width(dashes) + 34 : 0;
    if (program) {
      double x = form.width() - Type.TEXT.width(dashes);
      ink.text(dashes, x, 13, Type.TEXT, Hue.INK_3);
      ink.line(x - 26, 8.5, x - 4, 8.5, Hue.INK_3, HouseStyle.PROGRAM);
    }
    ink.text(Type.TEXT.cut(model.yTitle(), form.width() - room), 0, 13, Type.TEXT, Hue.INK_2);
  }

  private StepCurve curve(Group group) {
    // half the points of a large chart: they are as close together here
    return StepCurve.of(group.points(), lastDay, cellWidth / 2);
  }

  private Cell cell(Group site, double x, double y) {
    List<String> name = Type.NAME.wrapKeepingEnd(site.name(), cellWidth, columns == 2 ? 4 : 3);
    if (site.points().isEmpty()) {
      return new Cell(site, name, List.of(), x, y);
    }
    String n = site.n() > 0 ? "n\u00A0=\u00A0" + Numerals.grouped(site.n()) : "";
    String value = value(site);
    String both = (value + " " + n).strip();
    return new Cell(
        site,
        name,
        both.isEmpty()
            ? List.of()
            : Type.TEXT.width(both) <= cellWidth
                ? List.of(both)
                : List.of(value, n).stream().filter(words -> !words.isEmpty()).toList(),
        x,
        y);
  }

  /** "70 % (58–82 %)", or empty where the curve has no value on that day. */
  private String value(Group site) {
    return model
        .markDay()
        .flatMap(day -> curve(site).at(day))
        .map(
            point ->
                Numerals.value(point.estimate(), Unit.SHARE)
                    + (point.high() > point.low()
                        ? " ("
                            + Numerals.interval(new Interval(point.low(), point.high()), Unit.SHARE)
                            + ")"
                        : ""))
        .orElse("");
  }

  private void paint(
      Ink ink, Cell cell, double head, Optional<StepCurve> program, boolean first, double height) {
    double baseline = cell.y() + head - cell.head() + 12;
    ink.lines(cell.name(), cell.x(), baseline, Type.NAME, Hue.INK);
    ink.lines(
        cell.words(),
        cell.x(),
        baseline + cell.name().size() * HouseStyle.LEADING,
        Type.TEXT,
        Hue.INK_2);
    double top = cell.y() + head + AIR;
    Rectangle2D plot = Frame.area(cell.x(), top, cell.x() + cellWidth, top + plotHeight);
    if (cell.site().points().isEmpty()) {
      if (first && columns > 1) {
        // the other panels of its row are read by these numbers
        for (Tick share : shares()) {
          double y = frame(plot, true).y(share.value());
          ink.text(share.label(), cell.x() - 8, y + 4.5, Type.TEXT, Hue.INK_3, Ink.Anchor.END);
        }
      }
      ink.fill(plot, Hue.WASH);
      List<String> reason = Type.ITALIC.wrap(cell.site().note(), cellWidth - 20, 5);
      ink.lines(
          reason,
          cell.x() + 10,
          plot.getCenterY() + 4 - (reason.size() - 1) * HouseStyle.LEADING / 2,
          Type.ITALIC,
          Hue.INK_2);
      ink.hover(plot, cell.site().name() + ": " + cell.site().note());
      return;
    }
    Frame frame = frame(plot, first);
    StepCurve curve = curve(cell.site());
    frame.draw(
        ink, dataset(curve), new SmallCurveRenderer(program, curve, frame), form.width(), height);
    model
        .markDay()
        .ifPresent(
            day ->
                curve
                    .at(day)
                    .ifPresent(
                        point ->
                            ink.ring(
                                Marker.DOT.at(frame.x(day), frame.y(point.estimate()), 3.4),
                                Hue.INK)));
    ink.hover(
        new Rectangle2D.Double(cell.x(), cell.y(), cellWidth, plot.getMaxY() - cell.y()),
        hover(cell.site(), program));
  }

  private Frame frame(Rectangle2D plot, boolean first) {
    List<Tick> days = new ArrayList<>();
    for (int day : ticks()) {
      days.add(new Tick(day, Numerals.grouped(day)));
    }
    List<Tick> shares =
        first ? shares() : shares().stream().map(s -> new Tick(s.value(), "")).toList();
    return new Frame(
        plot,
        new HouseAxis(0, lastDay, days, HouseAxis.Line.DRAWN),
        new HouseAxis(0, 1, shares, HouseAxis.Line.LEFT_OUT),
        Frame.Grid.HORIZONTAL);
  }

  private List<Tick> shares() {
    return (plotHeight > 100 ? SHARES : FEW_SHARES)
        .stream()
            .map(
                share ->
                    new Tick(
                        share, Numerals.tick(share, Unit.SHARE) + (share == 1 ? "\u00A0%" : "")))
            .toList();
  }

  /** The ends, and the marked day where it has room between them. */
  private List<Integer> ticks() {
    return model
        .markDay()
        .filter(day -> day >= 0.25 * lastDay && day <= 0.75 * lastDay)
        .map(day -> List.of(0, day, lastDay))
        .orElse(List.of(0, lastDay));
  }

  private String hover(Group site, Optional<StepCurve> program) {
    List<String> lines = new ArrayList<>();
    lines.add(site.name());
    model
        .markDay()
        .ifPresent(
            day -> {
              String own = value(site);
              lines.add("day " + day + ": " + (own.isEmpty() ? "no client left to tell" : own));
              program
                  .flatMap(curve -> curve.at(day))
                  .ifPresent(
                      point ->
                          lines.add(
                              model.programName()
                                  + ": "
                                  + Numerals.value(point.estimate(), Unit.SHARE)));
            });
    return String.join("\n", lines);
  }

  private static XYIntervalSeriesCollection dataset(StepCurve curve) {
    XYIntervalSeries series = new XYIntervalSeries("site");
    for (CurvePoint point : curve.points()) {
      double day = point.day();
      series.add(day, day, day, point.estimate(), point.low(), point.high());
    }
    XYIntervalSeriesCollection dataset = new XYIntervalSeriesCollection();
    dataset.addSeries(series);
    return dataset;
  }
}
