package org.throughline.report.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.throughline.figure.Interval;
import org.throughline.figure.Unit;

/** Where everything of a chart of individual values lies, in one of its forms. */
final class XmrLayout {

  private static final double LEFT = 42;
  private static final double RANGE_HEIGHT = 60;

  private final XmrModel model;
  private final Form form;
  private final XmrMonths months;
  private final MonthAxis axis;

  XmrLayout(XmrModel model, Form form) {
    this.model = model;
    this.form = form;
    this.months = new XmrMonths(model);
    this.axis =
        new MonthAxis(
            model.months().stream().map(XmrModel.Month::month).toList(), form.choose(9, 5));
  }

  Sheet sheet() {
    List<String> gaps = MonthWords.gaps(months.plain());
    if (months.extent().isEmpty()) {
      return Blank.sheet(form, model.yTitle(), gaps);
    }
    Interval extent = months.extent().get();
    ValueScale scale = ValueScale.around(extent.low(), extent.high(), model.unit());
    List<String> title = Type.TEXT.wrap(title(scale), form.width(), 2);
    double head = 13 + 15 * title.size();
    double top = head + 30;
    double right = form.width() - form.choose(124.0, 76.0);
    Rectangle2D plot = Frame.area(LEFT, top, right, top + form.choose(210.0, 180.0));
    Frame frame =
        new Frame(
            plot,
            model.limits().isPresent() ? axis.bare() : axis.axis(),
            new HouseAxis(scale.from(), scale.to(), scale.ticks(), HouseAxis.Line.LEFT_OUT),
            Frame.Grid.HORIZONTAL);
    double bottom = plot.getMaxY() + (model.limits().isPresent() ? 40 + RANGE_HEIGHT : 0);
    List<String> notes =
        gaps.stream().flatMap(note -> Type.ITALIC.wrap(note, form.width()).stream()).toList();
    double height = bottom + MonthAxis.HEIGHT + (notes.isEmpty() ? 0 : 8 + 16 * notes.size());
    return new Sheet(
        form.width(),
        height,
        ink -> {
          ink.lines(title, 0, 13, Type.TEXT, Hue.INK_2);
          setting(ink, frame, plot, head);
          model.limits().ifPresent(limits -> strip(ink, limits, frame, plot));
          frame.draw(
              ink,
              XmrMonths.dataset(months.values()),
              new XmrRenderer(months.values(), frame, Hue.INK_2, this::point),
              form.width(),
              height);
          if (scale.startsAtZero()) {
            ink.line(LEFT, plot.getMaxY(), right, plot.getMaxY(), Hue.AXIS, HouseStyle.FINE);
          }
          EndLabels.paintPlain(ink, labels(frame, plot), right + 10);
          latest(ink, frame, plot);
          model.limits().ifPresent(limits -> ranges(ink, limits, plot, height));
          axis.paint(ink, frame, bottom);
          for (int i = 0; i < notes.size(); i++) {
            ink.text(notes.get(i), 0, bottom + 59 + 16 * i, Type.ITALIC, Hue.INK_3);
          }
          hovers(ink, frame, plot.getMinY(), bottom);
        });
  }

  private String title(ValueScale scale) {
    return scale.startsAtZero()
        ? model.yTitle()
        : model.yTitle() + " (axis starts at " + Numerals.value(scale.from(), model.unit()) + ")";
  }

  /** Which months set the limits: a line of words, and a grey bar over them. */
  private void setting(Ink ink, Frame frame, Rectangle2D plot, double head) {
    int last = months.lastThatSet();
    if (model.limits().isEmpty()) {
      ink.text(
          Type.ITALIC.cut("Too few months for limits of usual variation", form.width() - LEFT),
          LEFT,
          head + 12,
          Type.ITALIC,
          Hue.INK_3);
    } else if (last >= 0) {
      boolean trial = model.limits().get().standing() == XmrModel.Standing.TRIAL;
      int count = model.limits().get().setBy();
      String words =
          (trial ? "limits on trial, set by " : "limits set by ")
              + (count == 1 ? "this month" : "these " + count + " months");
      ink.text(words, LEFT, head + 12, Type.TEXT, Hue.INK_3);
      double from = Math.max(plot.getMinX(), frame.x(months.first() - 0.5));
      ink.fill(from, head + 18, frame.x(last + 0.5) - from, 4, Hue.STRIP_EDGE);
    }
  }

  /** The strip between the limits, and the lines; what lies beyond the axis is cut. */
  private void strip(Ink ink, XmrModel.Limits limits, Frame frame, Rectangle2D plot) {
    double top = months.highest().isPresent() ? frame.y(limits.high()) : plot.getMinY();
    double bottom = months.lowest().isPresent() ? frame.y(limits.low()) : plot.getMaxY();
    boolean firm = limits.standing() == XmrModel.Standing.FIRM;
    if (firm) {
      ink.fill(plot.getMinX(), top, plot.getWidth(), bottom - top, Hue.WASH);
    }
    double right = plot.getMaxX();
    for (OptionalDouble limit : List.of(months.highest(), months.lowest())) {
      if (limit.isPresent()) {
        double y = frame.y(limit.getAsDouble());
        ink.line(LEFT, y, right, y, Hue.INK_3, firm ? HouseStyle.LIMIT : HouseStyle.TRIAL_LIMIT);
      }
    }
    double y = frame.y(limits.centre());
    ink.line(LEFT, y, right, y, Hue.AXIS, HouseStyle.FINE);
  }

  private XmrRenderer.Point point(int index) {
    XmrModel.Month month = model.months().get(index);
    return month.signal() == XmrModel.Signal.NONE
        ? new XmrRenderer.Point(month.signal(), Hue.INK_2, index == months.latest() ? 4.2 : 3)
        : new XmrRenderer.Point(
            month.signal(), month.verdict().hue(), index == months.latest() ? 5 : 4.2);
  }

  private List<EndLabels.Placed> labels(Frame frame, Rectangle2D plot) {
    if (model.limits().isEmpty()) {
      return List.of();
    }
    XmrModel.Limits limits = model.limits().get();
    List<EndLabels.Label> labels = new ArrayList<>();
    if (months.highest().isPresent()) {
      labels.add(label("Upper limit", limits.high(), frame, plot));
    }
    labels.add(label("Centre", limits.centre(), frame, plot));
    if (months.lowest().isPresent()) {
      labels.add(label("Lower limit", limits.low(), frame, plot));
    }
    return EndLabels.place(labels, plot.getMinY(), plot.getMaxY() - 12);
  }

  private EndLabels.Label label(String name, double value, Frame frame, Rectangle2D plot) {
    return plain(name, Numerals.value(value, model.unit()), plot.getMaxX(), frame.y(value));
  }

  /** Wide: one line. Narrow: the value below the name. */
  private EndLabels.Label plain(String name, String value, double x, double y) {
    List<String> lines = form.choose(List.of(name + " " + value), List.of(name, value));
    return new EndLabels.Label(
        lines, List.of(), Tint.NEUTRAL, x, y - (lines.size() - 1) * HouseStyle.LEADING / 2);
  }

  /** The latest month and value, where nothing else lies. */
  private void latest(Ink ink, Frame frame, Rectangle2D plot) {
    int last = months.latest();
    XmrModel.Month month = model.months().get(last);
    double value = month.value().orElseThrow();
    FreePlace free =
        new FreePlace(
            new Rectangle2D.Double(
                LEFT, plot.getMinY() - 8, plot.getWidth(), plot.getHeight() + 24));
    for (int i = 0; i < model.months().size(); i++) {
      if (months.value(i).isPresent()) {
        free.take(frame.x(i), frame.y(months.value(i).getAsDouble()), 5);
        if (i > 0 && months.value(i - 1).isPresent()) {
          free.takeLine(
              frame.x(i - 1),
              frame.y(months.value(i - 1).getAsDouble()),
              frame.x(i),
              frame.y(months.value(i).getAsDouble()));
        }
      }
    }
    for (EndLabels.Placed line : labels(frame, plot)) {
      free.takeLine(LEFT, line.label().endY(), plot.getMaxX(), line.label().endY());
    }
    String words = MonthWords.name(month.month()) + ": " + Numerals.value(value, model.unit());
    Hue hue = month.signal() == XmrModel.Signal.NONE ? Hue.INK : month.verdict().hue();
    free.best(
            FreePlace.around(
                frame.x(last), frame.y(value), 10, Type.NAME.width(words), HouseStyle.LEADING))
        .ifPresent(box -> ink.text(words, box.getX(), box.getY() + 11.5, Type.NAME, hue));
  }

  private void ranges(Ink ink, XmrModel.Limits limits, Rectangle2D plot, double height) {
    boolean share = model.unit() == Unit.SHARE;
    double factor = share ? 100 : 1;
    List<OptionalDouble> ranges = months.ranges();
    double most = ranges.stream().flatMapToDouble(OptionalDouble::stream).max().orElse(0);
    double limit = factor * limits.rangeLimit();
    ValueScale scale = ValueScale.fromZero(Math.max(most, limit), Unit.COUNT);
    double top = plot.getMaxY() + 40;
    Rectangle2D area = Frame.area(LEFT, top, plot.getMaxX(), top + RANGE_HEIGHT);
    Frame frame =
        new Frame(
            area,
            axis.axis(),
            new HouseAxis(
                0,
                scale.to(),
                List.of(
                    new Tick(0, "0"), new Tick(scale.to(), Numerals.tick(scale.to(), Unit.COUNT))),
                HouseAxis.Line.LEFT_OUT),
            Frame.Grid.HORIZONTAL);
    String title =
        gapped() ? "Change from the last month with a figure" : "Change from the month before";
    ink.text(
        Type.TEXT.cut(share ? title + ", in points" : title, form.width()),
        0,
        top - 14,
        Type.TEXT,
        Hue.INK_2);
    frame.draw(
        ink,
        XmrMonths.dataset(ranges),
        new XmrRenderer(
            ranges,
            frame,
            Hue.INK_3,
            month ->
                ranges.get(month).orElse(0) > limit
                    ? new XmrRenderer.Point(XmrModel.Signal.OUTSIDE, Hue.INK, 4)
                    : XmrRenderer.Point.SMALL),
        form.width(),
        height);
    double y = frame.y(limit);
    double mean = frame.y(factor * limits.rangeMean());
    ink.line(LEFT, mean, area.getMaxX(), mean, Hue.AXIS, HouseStyle.FINE);
    ink.line(
        LEFT,
        y,
        area.getMaxX(),
        y,
        Hue.INK_3,
        limits.standing() == XmrModel.Standing.FIRM ? HouseStyle.LIMIT : HouseStyle.TRIAL_LIMIT);
    List<EndLabels.Label> labels =
        List.of(
            rangeLabel("Limit", limit, area.getMaxX(), y),
            rangeLabel("Mean", factor * limits.rangeMean(), area.getMaxX(), mean));
    EndLabels.paintPlain(
        ink, EndLabels.place(labels, area.getMinY() - 4, area.getMaxY() - 6), area.getMaxX() + 10);
  }

  private EndLabels.Label rangeLabel(String name, double value, double x, double y) {
    String number =
        model.unit() == Unit.SHARE
            ? Numerals.value(value, Unit.DAYS)
            : Numerals.value(value, model.unit());
    return new EndLabels.Label(List.of(name + " " + number), List.of(), Tint.NEUTRAL, x, y);
  }

  /** Whether some range spans a month without a figure. */
  private boolean gapped() {
    return MonthWords.stretches(months.plain()).size() > 1;
  }

  private void hovers(Ink ink, Frame frame, double top, double bottom) {
    for (int i = 0; i < model.months().size(); i++) {
      double left = frame.x(i - 0.5);
      ink.hover(
          new Rectangle2D.Double(left, top, frame.x(i + 0.5) - left, bottom - top),
          months.hover(i));
    }
  }
}
