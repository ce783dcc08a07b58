package org.throughline.report.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.throughline.figure.Unit;

/** Where the columns of weeks and their names lie, in one of the forms. */
final class WeekLayout {

  /** A share of the last week: its name, its colour, where it begins. */
  private record Part(String name, Hue hue, double from, double size) {}

  private static final double LEFT = 42;
  private static final double TOP = 34;
  private static final int[] STEPS = {1, 2, 4, 8, 13, 26, 52};

  private final WeekModel model;
  private final Form form;
  private final List<WeekModel.Week> shown;

  WeekLayout(WeekModel model, Form form) {
    this.model = model;
    this.form = form;
    this.shown = model.weeks().stream().filter(week -> week.split().isPresent()).toList();
  }

  Sheet sheet() {
    if (shown.isEmpty()) {
      return Blank.sheet(
          form, model.yTitle(), model.weeks().stream().map(WeekModel.Week::note).toList());
    }
    Rectangle2D plot =
        Frame.area(
            LEFT, TOP, form.width() - form.choose(178.0, 94.0), TOP + form.choose(200.0, 170.0));
    int first = model.weeks().stream().mapToInt(WeekModel.Week::week).min().orElse(1);
    int last = model.weeks().stream().mapToInt(WeekModel.Week::week).max().orElse(1);
    Frame frame =
        new Frame(
            plot,
            new HouseAxis(first - 0.5, last + 0.5, ticks(first, last), HouseAxis.Line.LEFT_OUT),
            Frame.percent(),
            Frame.Grid.HORIZONTAL);
    List<String> notes =
        notes().stream().flatMap(n -> Type.ITALIC.wrap(n, form.width()).stream()).toList();
    double height = plot.getMaxY() + 46 + (notes.isEmpty() ? 0 : 8 + 16 * notes.size());
    return new Sheet(
        form.width(),
        height,
        ink -> {
          ink.text(Type.TEXT.cut(model.yTitle(), form.width()), 0, 13, Type.TEXT, Hue.INK_2);
          frame.draw(ink, dataset(), new WeekRenderer(shown, frame), form.width(), height);
          ink.line(LEFT, plot.getMaxY(), plot.getMaxX(), plot.getMaxY(), Hue.AXIS, HouseStyle.FINE);
          ink.text(
              "Treatment week",
              plot.getCenterX(),
              plot.getMaxY() + 38,
              Type.TEXT,
              Hue.INK_3,
              Ink.Anchor.MIDDLE);
          names(ink, frame, plot);
          for (int i = 0; i < notes.size(); i++) {
            ink.text(notes.get(i), 0, plot.getMaxY() + 64 + 16 * i, Type.ITALIC, Hue.INK_3);
          }
          hovers(ink, frame, plot);
        });
  }

  /** The first and the last week, and some between where they have room. */
  private List<Tick> ticks(int first, int last) {
    int step = STEPS[STEPS.length - 1];
    for (int candidate : STEPS) {
      if ((last - first) / candidate <= form.choose(9, 4)) {
        step = candidate;
        break;
      }
    }
    List<Tick> ticks = new ArrayList<>();
    ticks.add(new Tick(first, Integer.toString(first)));
    for (int week = step; week < last; week += step) {
      if (week - first >= 0.6 * step && last - week >= 0.6 * step && week > first) {
        ticks.add(new Tick(week, Integer.toString(week)));
      }
    }
    if (last > first) {
      ticks.add(new Tick(last, Integer.toString(last)));
    }
    return ticks;
  }

  /** "‹11, not shown: weeks 25, 26." */
  private List<String> notes() {
    Map<String, List<String>> byReason = new LinkedHashMap<>();
    for (WeekModel.Week week : model.weeks()) {
      if (week.split().isEmpty()) {
        byReason
            .computeIfAbsent(
                week.note().isEmpty() ? "No figure" : week.note(), r -> new ArrayList<>())
            .add(Integer.toString(week.week()));
      }
    }
    return byReason.entrySet().stream()
        .map(
            reason ->
                reason.getKey()
                    + (reason.getValue().size() == 1 ? ": week " : ": weeks ")
                    + String.join(", ", reason.getValue())
                    + ".")
        .toList();
  }

  /** Names of the parts beside the last column, with their shares in that week. */
  private void names(Ink ink, Frame frame, Rectangle2D plot) {
    WeekModel.Week week = shown.get(shown.size() - 1);
    WeekModel.Split split = week.split().orElseThrow();
    List<Part> parts =
        List.of(
            new Part("Seen sober", Hue.SEEN_SOBER, 0, split.sober()),
            new Part("Use", Hue.UNPLANNED, split.sober(), split.use()),
            new Part("Not known", Hue.STRIP, split.sober() + split.use(), split.unknown()));
    List<EndLabels.Label> labels = new ArrayList<>();
    for (Part part : parts) {
      String value = Numerals.value(part.size(), Unit.SHARE);
      labels.add(
          new EndLabels.Label(
              List.of(part.name()),
              List.of(form.choose(value + " in week " + week.week(), value)),
              Tint.NEUTRAL,
              plot.getMaxX(),
              frame.y(part.from() + part.size() / 2) - 7));
    }
    double x = plot.getMaxX() + 12;
    for (EndLabels.Placed placed :
        EndLabels.place(labels, plot.getMinY() + 6, plot.getMaxY() - 26)) {
      Part part =
          parts.stream()
              .filter(p -> placed.label().lines().contains(p.name()))
              .findFirst()
              .orElseThrow();
      ink.fill(x, placed.y() - 7, 4, placed.label().height() - 7, part.hue());
      ink.lines(placed.label().lines(), x + EndLabels.STRIP, placed.y() + 4.5, Type.NAME, Hue.INK);
      ink.lines(
          placed.label().smaller(),
          x + EndLabels.STRIP,
          placed.y() + 4.5 + HouseStyle.LEADING,
          Type.TEXT,
          Hue.INK_2);
    }
  }

  private void hovers(Ink ink, Frame frame, Rectangle2D plot) {
    for (WeekModel.Week week : model.weeks()) {
      double left = frame.x(week.week() - 0.5);
      String words =
          week.split()
              .map(
                  s ->
                      "seen sober "
                          + Numerals.value(s.sober(), Unit.SHARE)
                          + ", use "
                          + Numerals.value(s.use(), Unit.SHARE)
                          + ", not known "
                          + Numerals.value(s.unknown(), Unit.SHARE)
                          + (s.count().isEmpty() ? "" : " (" + s.count() + ")"))
              .orElse(week.note().isEmpty() ? "no figure" : week.note());
      ink.hover(
          new Rectangle2D.Double(
              left, plot.getMinY(), frame.x(week.week() + 0.5) - left, plot.getHeight()),
          "Week " + week.week() + ": " + words);
    }
  }

  private XYSeriesCollection dataset() {
    XYSeries series = new XYSeries("weeks");
    shown.forEach(week -> series.add(week.week(), week.split().orElseThrow().sober()));
    return new XYSeriesCollection(series);
  }
}
