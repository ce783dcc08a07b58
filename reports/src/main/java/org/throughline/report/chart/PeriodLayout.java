package org.throughline.report.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.throughline.figure.Interval;

/** Where the bars of periods and their values lie, in one of the forms. */
final class PeriodLayout {

  private static final double LEFT = 42;
  private static final int WEEK = 7;

  /** Whiskers go no higher than so many times the highest rate. */
  private static final double REACH = 2.5;

  private final PeriodModel model;
  private final Form form;
  private final List<PeriodModel.Period> shown;

  PeriodLayout(PeriodModel model, Form form) {
    this.model = model;
    this.form = form;
    this.shown = model.periods().stream().filter(p -> p.rate().isPresent()).toList();
  }

  Sheet sheet() {
    if (shown.isEmpty()) {
      return Blank.sheet(
          form, model.yTitle(), model.periods().stream().map(PeriodModel.Period::note).toList());
    }
    List<String> title = Type.TEXT.wrap(model.yTitle(), form.width(), 3);
    double top = 40 + 15 * title.size();
    Rectangle2D plot = Frame.area(LEFT, top, form.width() - 16, top + form.choose(150.0, 140.0));
    ValueScale scale = scale();
    int first = model.periods().get(0).from();
    int last = model.periods().get(model.periods().size() - 1).to();
    Frame frame =
        new Frame(
            plot,
            new HouseAxis(first, last, ticks(plot, first, last), HouseAxis.Line.DRAWN),
            new HouseAxis(0, scale.to(), scale.ticks(), HouseAxis.Line.LEFT_OUT),
            Frame.Grid.HORIZONTAL);
    List<String> notes =
        notes().stream().flatMap(n -> Type.ITALIC.wrap(n, form.width()).stream()).toList();
    double height = plot.getMaxY() + 46 + (notes.isEmpty() ? 0 : 8 + 16 * notes.size());
    return new Sheet(
        form.width(),
        height,
        ink -> {
          ink.lines(title, 0, 13, Type.TEXT, Hue.INK_2);
          frame.draw(
              ink, dataset(), new PeriodRenderer(shown, frame, scale.to()), form.width(), height);
          ink.text(
              weeks() ? "Weeks since admission" : "Days since admission",
              plot.getCenterX(),
              plot.getMaxY() + 38,
              Type.TEXT,
              Hue.INK_3,
              Ink.Anchor.MIDDLE);
          values(ink, frame, scale);
          for (int i = 0; i < notes.size(); i++) {
            ink.text(notes.get(i), 0, plot.getMaxY() + 64 + 16 * i, Type.ITALIC, Hue.INK_3);
          }
          hovers(ink, frame, plot);
        });
  }

  private boolean weeks() {
    return model.periods().stream().allMatch(p -> p.from() % WEEK == 0 && p.to() % WEEK == 0);
  }

  private static double top(PeriodModel.Period period) {
    return Math.max(period.rate().orElse(0), period.interval().map(Interval::high).orElse(0.0));
  }

  private ValueScale scale() {
    double rate = shown.stream().mapToDouble(p -> p.rate().orElse(0)).max().orElse(0);
    double whisker = shown.stream().mapToDouble(PeriodLayout::top).max().orElse(0);
    double most = rate > 0 ? Math.min(whisker, REACH * rate) : whisker;
    return ValueScale.fromZero(most, model.unit());
  }

  /** The ends of periods, as far as their numbers have room. */
  private List<Tick> ticks(Rectangle2D plot, int first, int last) {
    TreeSet<Integer> days = new TreeSet<>(List.of(first, last));
    model.periods().forEach(p -> days.add(p.to()));
    int each = weeks() ? WEEK : 1;
    double pixels = plot.getWidth() / (last - first);
    List<Tick> ticks = new ArrayList<>();
    double free = Double.NEGATIVE_INFINITY;
    double lastX = last * pixels;
    for (int day : days) {
      String label = Numerals.grouped(day / each);
      double half = Type.TEXT.width(label) / 2 + 4;
      double x = day * pixels;
      boolean fits = x - half >= free && (day == last || x + half <= lastX - half);
      ticks.add(new Tick(day, fits ? label : ""));
      free = fits ? x + half : free;
    }
    return ticks;
  }

  /** Each value over its whisker, higher where a neighbour stands in its way. */
  private void values(Ink ink, Frame frame, ValueScale scale) {
    List<Rectangle2D> taken = new ArrayList<>();
    for (PeriodModel.Period period : shown) {
      double x = frame.x((period.from() + period.to()) / 2.0);
      double y = frame.y(Math.min(scale.to(), top(period)));
      taken.add(new Rectangle2D.Double(x - 2, y, 4, frame.y(0) - y));
    }
    for (PeriodModel.Period period : shown) {
      String words = Numerals.value(period.rate().orElseThrow(), model.unit());
      double width = Type.STRONG.width(words);
      double middle = frame.x((period.from() + period.to()) / 2.0);
      double x = Math.max(LEFT + width / 2 - 6, Math.min(middle, form.width() - width / 2));
      double y = frame.y(Math.min(scale.to(), top(period))) - 7;
      Optional<Rectangle2D> box = box(x, y, width, taken);
      if (box.isPresent()) {
        taken.add(box.get());
        ink.text(words, x, box.get().getMaxY() - 3, Type.STRONG, Hue.INK, Ink.Anchor.MIDDLE);
      }
    }
  }

  /** The lowest free box; empty where that would be above the chart. */
  private static Optional<Rectangle2D> box(
      double x, double baseline, double width, List<Rectangle2D> taken) {
    for (double y = baseline; y > 30; y -= 2) {
      Rectangle2D box = new Rectangle2D.Double(x - width / 2 - 1, y - 12, width + 2, 15);
      if (taken.stream().noneMatch(box::intersects)) {
        return Optional.of(box);
      }
    }
    return Optional.empty();
  }

  private String name(PeriodModel.Period period) {
    int each = weeks() ? WEEK : 1;
    String unit = weeks() ? "Week" : "Day";
    int from = period.from() / each + (weeks() ? 1 : 0);
    int to = weeks() ? period.to() / each : period.to() - 1;
    return from == to ? unit + " " + from : unit + "s " + from + "–" + to;
  }

  private List<String> notes() {
    return model.periods().stream()
        .filter(p -> p.rate().isEmpty())
        .map(p -> name(p) + ": " + (p.note().isEmpty() ? "no figure" : p.note()) + ".")
        .toList();
  }

  private void hovers(Ink ink, Frame frame, Rectangle2D plot) {
    for (PeriodModel.Period period : model.periods()) {
      double left = frame.x(period.from());
      String rate =
          period.rate().isPresent()
              ? Numerals.value(period.rate().getAsDouble(), model.unit())
                  + period
                      .interval()
                      .map(i -> " (" + Numerals.interval(i, model.unit()) + ")")
                      .orElse("")
              : "";
      String words =
          (rate + (rate.isEmpty() || period.note().isEmpty() ? "" : ", ") + period.note());
      ink.hover(
          new Rectangle2D.Double(
              left, plot.getMinY(), frame.x(period.to()) - left, plot.getHeight()),
          name(period) + ": " + (words.isEmpty() ? "no figure" : words));
    }
  }

  private XYSeriesCollection dataset() {
    XYSeries series = new XYSeries("periods", false);
    shown.forEach(p -> series.add((p.from() + p.to()) / 2.0, p.rate().orElseThrow()));
    return new XYSeriesCollection(series);
  }
}
