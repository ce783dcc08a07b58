package org.throughline.report.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.throughline.figure.Interval;

/** Where everything of a trend lies, in one of its forms. */
final class TrendLayout {

  private final TrendModel model;
  private final Form form;

  TrendLayout(TrendModel model, Form form) {
    this.model = model;
    this.form = form;
  }

  Sheet sheet() {
    Optional<Interval> extent = MonthWords.extent(model.months());
    if (extent.isEmpty()) {
      return Blank.sheet(form, model.yTitle(), MonthWords.gaps(model.months()));
    }
    ValueScale scale = ValueScale.around(extent.get().low(), extent.get().high(), model.unit());
    List<String> title = Type.TEXT.wrap(title(scale), form.width(), 2);
    double top = 18 + 15 * title.size();
    Rectangle2D plot =
        Frame.area(
            42, top, form.width() - form.choose(110.0, 84.0), top + form.choose(200.0, 170.0));
    int last = model.months().size() - 1;
    Frame frame =
        new Frame(
            plot,
            new HouseAxis(-0.5, last + 0.5, ticks(), HouseAxis.Line.DRAWN),
            new HouseAxis(scale.from(), scale.to(), scale.ticks(), HouseAxis.Line.LEFT_OUT),
            Frame.Grid.HORIZONTAL);
    List<String> notes =
        MonthWords.gaps(model.months()).stream()
            .flatMap(note -> Type.ITALIC.wrap(note, form.width()).stream())
            .toList();
    double height = plot.getMaxY() + 28 + (notes.isEmpty() ? 0 : 10 + 16 * notes.size());
    return new Sheet(
        form.width(),
        height,
        ink -> {
          ink.lines(title, 0, 13, Type.TEXT, Hue.INK_2);
          frame.draw(
              ink,
              dataset(model.months()),
              new TrendRenderer(model.months(), model.tint(), frame, TrendRenderer.Scale.CHART),
              form.width(),
              height);
          ends(ink, frame, plot);
          for (int i = 0; i < notes.size(); i++) {
            ink.text(notes.get(i), 0, plot.getMaxY() + 45 + 16 * i, Type.ITALIC, Hue.INK_3);
          }
          for (int i = 0; i <= last; i++) {
            double left = frame.x(i - 0.5);
            ink.hover(
                new Rectangle2D.Double(
                    left, plot.getMinY(), frame.x(i + 0.5) - left, plot.getHeight()),
                hover(model.months().get(i)));
          }
        });
  }

  private String title(ValueScale scale) {
    return scale.startsAtZero()
        ? model.yTitle()
        : model.yTitle() + " (axis starts at " + Numerals.value(scale.from(), model.unit()) + ")";
  }

  private String hover(TrendModel.Month month) {
    String words =
        month
            .dot()
            .map(
                dot ->
                    Numerals.value(dot.value(), model.unit())
                        + dot.interval()
                            .map(i -> " (" + Numerals.interval(i, model.unit()) + ")")
                            .orElse(""))
            .orElse(month.note().isEmpty() ? "no figure" : month.note());
    return MonthWords.name(month.month()) + ": " + words;
  }

  static XYSeriesCollection dataset(List<TrendModel.Month> months) {
    XYSeries series = new XYSeries("months");
    for (int i = 0; i < months.size(); i++) {
      int month = i;
      months.get(i).dot().ifPresent(dot -> series.add(month, dot.value()));
    }
    return new XYSeriesCollection(series);
  }

  /** First and last month, and some between where they have room. */
  private List<Tick> ticks() {
    int count = model.months().size();
    int step = Math.max(1, (int) Math.ceil((count - 1) / form.choose(4.0, 2.0)));
    List<Tick> ticks = new ArrayList<>();
    for (int i = 0; i < count - 1 - step * 0.6; i += step) {
      ticks.add(tick(i));
    }
    ticks.add(tick(count - 1));
    return ticks;
  }

  private Tick tick(int month) {
    return new Tick(month, MonthWords.name(model.months().get(month).month()));
  }

  /**
   * The first value above or below its point, where the line leaves room; the last one beside it.
   */
  private void ends(Ink ink, Frame frame, Rectangle2D plot) {
    List<int[]> stretches = MonthWords.stretches(model.months());
    int first = stretches.get(0)[0];
    int last = stretches.get(stretches.size() - 1)[1];
    Hue hue = model.tint().line();
    Dot latest = dot(last);
    double x = plot.getMaxX() + 10;
    double y = Math.max(plot.getMinY() + 8, Math.min(frame.y(latest.value()), plot.getMaxY() - 38));
    if (last < model.months().size() - 1) {
      ink.line(
          frame.x(last) + 7,
          frame.y(latest.value()),
          x - 3,
          y,
          model.tint().edge(),
          HouseStyle.FINE);
    }
    ink.text(Numerals.value(latest.value(), model.unit()), x, y + 4.5, Type.NAME, hue);
    double below = y + 4.5;
    if (latest.interval().isPresent()) {
      below += 16;
      ink.text(
          Numerals.interval(latest.interval().get(), model.unit()), x, below, Type.TEXT, Hue.INK_2);
    }
    ink.text(
        MonthWords.name(model.months().get(last).month()), x, below + 16, Type.TEXT, Hue.INK_3);
    if (first < last) {
      Dot earliest = dot(first);
      boolean rises =
          first + 1 < model.months().size()
              && model.months().get(first + 1).dot().map(Dot::value).orElse(earliest.value())
                  > earliest.value();
      ink.text(
          Numerals.value(earliest.value(), model.unit()),
          frame.x(first) - 2,
          frame.y(earliest.value()) + (rises ? 17 : -9),
          Type.NAME,
          hue);
    }
  }

  private Dot dot(int month) {
    return model.months().get(month).dot().orElseThrow();
  }
}
