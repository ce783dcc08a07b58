package org.throughline.report.chart;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.throughline.figure.Unit;

/** Where everything of a funnel lies, in one of its forms. */
final class FunnelLayout {

  private static final double LEFT = 42;

  private final FunnelModel model;
  private final Form form;
  private final List<FunnelModel.Limit> limits;

  FunnelLayout(FunnelModel model, Form form) {
    this.model = model;
    this.form = form;
    this.limits =
        model.limits().stream().sorted(Comparator.comparingDouble(FunnelModel.Limit::n)).toList();
  }

  Sheet sheet() {
    if (model.sites().isEmpty()) {
      return Blank.sheet(form, model.yTitle(), List.of(model.note()));
    }
    ValueScale up = up();
    ValueScale across = across();
    List<String> title = Type.TEXT.wrap(title(up), form.width(), 2);
    double top = 18 + 15 * title.size();
    Rectangle2D plot =
        Frame.area(
            LEFT, top, form.width() - form.choose(112.0, 66.0), top + form.choose(290.0, 230.0));
    Frame frame =
        new Frame(
            plot,
            new HouseAxis(0, across.to(), across.ticks(), HouseAxis.Line.DRAWN),
            new HouseAxis(up.from(), up.to(), up.ticks(), HouseAxis.Line.LEFT_OUT),
            Frame.Grid.HORIZONTAL);
    FunnelNames names = new FunnelNames(model, frame, plot, form.choose(300.0, 200.0));
    List<String> notes = new ArrayList<>();
    names.left().ifPresent(notes::add);
    if (!model.note().isEmpty()) {
      notes.add(model.note());
    }
    List<String> lines =
        notes.stream().flatMap(n -> Type.ITALIC.wrap(n, form.width()).stream()).toList();
    double height = plot.getMaxY() + 46 + (lines.isEmpty() ? 0 : 8 + 16 * lines.size());
    return new Sheet(
        form.width(),
        height,
        ink -> {
          ink.lines(title, 0, 13, Type.TEXT, Hue.INK_2);
          areas(ink, frame, up);
          frame.draw(
              ink, dataset(), new FunnelRenderer(model.sites(), frame), form.width(), height);
          curves(ink, frame, plot, up);
          EndLabels.paintPlain(ink, labels(frame, plot, up), plot.getMaxX() + 10);
          ink.text(
              Type.TEXT.cut(model.xTitle(), form.width() - LEFT),
              plot.getCenterX(),
              plot.getMaxY() + 38,
              Type.TEXT,
              Hue.INK_3,
              Ink.Anchor.MIDDLE);
          names.paint(ink);
          for (int i = 0; i < lines.size(); i++) {
            ink.text(lines.get(i), 0, plot.getMaxY() + 64 + 16 * i, Type.ITALIC, Hue.INK_3);
          }
          names.hovers(ink);
        });
  }

  private String title(ValueScale up) {
    return up.startsAtZero()
        ? model.yTitle()
        : model.yTitle() + " (axis starts at " + Numerals.value(up.from(), model.unit()) + ")";
  }

  /** Values of sites, and the outer limits at the size of the smallest site. */
  private ValueScale up() {
    long least = model.sites().stream().mapToLong(FunnelModel.Site::n).min().orElse(0);
    List<FunnelModel.Limit> there = limits.stream().filter(l -> l.n() >= least).limit(1).toList();
    double[] all =
        DoubleStream.concat(
                DoubleStream.concat(
                    model.sites().stream().mapToDouble(FunnelModel.Site::value),
                    model.centre().stream().mapToDouble(c -> c)),
                there.stream().flatMapToDouble(l -> DoubleStream.of(l.outerLow(), l.outerHigh())))
            .map(v -> Math.max(0, model.unit() == Unit.SHARE ? Math.min(1, v) : v))
            .toArray();
    double low = DoubleStream.of(all).min().orElse(0);
    double high = DoubleStream.of(all).max().orElse(1);
    double half = model.unit() == Unit.SHARE ? 0.03 : 0.03 * Math.max(1, high);
    return high - low >= half
        ? ValueScale.around(low, high, model.unit())
        : ValueScale.around(
            Math.max(0, low - half),
            model.unit() == Unit.SHARE ? Math.min(1, high + half) : high + half,
            model.unit());
  }

  private ValueScale across() {
    long most = model.sites().stream().mapToLong(FunnelModel.Site::n).max().orElse(1);
    ValueScale scale = ValueScale.fromZero(Math.max(1.0, (double) most) * 1.06, Unit.COUNT);
    double step = Math.max(form.choose(scale.step(), scale.step() * 2), 1);
    return new ValueScale(0, step * Math.ceil(scale.to() / step), step, Unit.COUNT);
  }

  private XYSeriesCollection dataset() {
    XYSeries series = new XYSeries("sites", false);
    model.sites().forEach(site -> series.add((double) site.n(), site.value()));
    return new XYSeriesCollection(series);
  }

  private List<FunnelModel.Limit> shown(Frame frame, double right) {
    return limits.stream().filter(l -> frame.x(l.n()) <= right + 0.01).toList();
  }

  /** Under everything: the gridlines go over them. */
  private void areas(Ink ink, Frame frame, ValueScale up) {
    List<FunnelModel.Limit> shown = shown(frame, frame.x(across().to()));
    if (shown.size() < 2) {
      return;
    }
    ink.fill(
        area(shown, frame, up, FunnelModel.Limit::outerLow, FunnelModel.Limit::outerHigh),
        Hue.WASH);
    ink.fill(area(shown, frame, up, FunnelModel.Limit::low, FunnelModel.Limit::high), Hue.STRIP);
  }

  private static double within(double value, ValueScale up) {
    return Math.max(up.from(), Math.min(value, up.to()));
  }

  private static Path2D area(
      List<FunnelModel.Limit> shown,
      Frame frame,
      ValueScale up,
      ToDoubleFunction<FunnelModel.Limit> low,
      ToDoubleFunction<FunnelModel.Limit> high) {
    Path2D area = new Path2D.Double();
    FunnelModel.Limit first = shown.get(0);
    area.moveTo(frame.x(first.n()), frame.y(within(high.applyAsDouble(first), up)));
    for (FunnelModel.Limit limit : shown) {
      area.lineTo(frame.x(limit.n()), frame.y(within(high.applyAsDouble(limit), up)));
    }
    for (int i = shown.size() - 1; i >= 0; i--) {
      area.lineTo(frame.x(shown.get(i).n()), frame.y(within(low.applyAsDouble(shown.get(i)), up)));
    }
    area.closePath();
    return area;
  }

  private void curves(Ink ink, Frame frame, Rectangle2D plot, ValueScale up) {
    List<FunnelModel.Limit> shown = shown(frame, plot.getMaxX());
    for (ToDoubleFunction<FunnelModel.Limit> outer :
        List.<ToDoubleFunction<FunnelModel.Limit>>of(
            FunnelModel.Limit::outerLow, FunnelModel.Limit::outerHigh)) {
      curve(shown, frame, up, outer).ifPresent(c -> ink.draw(c, Hue.AXIS, HouseStyle.FINE));
    }
    for (ToDoubleFunction<FunnelModel.Limit> inner :
        List.<ToDoubleFunction<FunnelModel.Limit>>of(
            FunnelModel.Limit::low, FunnelModel.Limit::high)) {
      curve(shown, frame, up, inner).ifPresent(c -> ink.draw(c, Hue.AXIS, HouseStyle.LIMIT));
    }
    model
        .centre()
        .ifPresent(
            centre ->
                ink.line(
                    LEFT,
                    frame.y(centre),
                    plot.getMaxX(),
                    frame.y(centre),
                    Hue.INK_3,
                    HouseStyle.FINE));
  }

  /** Only inside of the axis: a limit must not run along its edge. */
  private static Optional<Path2D> curve(
      List<FunnelModel.Limit> shown,
      Frame frame,
      ValueScale up,
      ToDoubleFunction<FunnelModel.Limit> value) {
    List<FunnelModel.Limit> inside =
        shown.stream()
            .filter(l -> value.applyAsDouble(l) > up.from() && value.applyAsDouble(l) < up.to())
            .toList();
    if (inside.size() < 2) {
      return Optional.empty();
    }
    Path2D path = new Path2D.Double();
    path.moveTo(frame.x(inside.get(0).n()), frame.y(value.applyAsDouble(inside.get(0))));
    for (FunnelModel.Limit limit : inside.subList(1, inside.size())) {
      path.lineTo(frame.x(limit.n()), frame.y(value.applyAsDouble(limit)));
    }
    return Optional.of(path);
  }

  private List<EndLabels.Placed> labels(Frame frame, Rectangle2D plot, ValueScale up) {
    List<EndLabels.Label> labels = new ArrayList<>();
    List<FunnelModel.Limit> shown = shown(frame, plot.getMaxX());
    if (shown.size() > 1) {
      FunnelModel.Limit last = shown.get(shown.size() - 1);
      double x = frame.x(last.n());
      String limits = form.choose(" limits", "");
      labels.add(label("99.8\u00A0%" + limits, x, frame.y(within(last.outerHigh(), up))));
      labels.add(label("95\u00A0%" + limits, x, frame.y(within(last.high(), up))));
    }
    model
        .centre()
        .ifPresent(
            centre -> {
              String value = Numerals.value(centre, model.unit());
              String name = Type.TEXT.cut(model.centreName(), form.choose(66.0, 56.0));
              double y = frame.y(centre);
              List<String> lines = form.choose(List.of(name + " " + value), List.of(name, value));
              labels.add(new EndLabels.Label(lines, List.of(), Tint.NEUTRAL, plot.getMaxX(), y));
            });
    return EndLabels.place(labels, plot.getMinY() + 4, plot.getMaxY() - 24);
  }

  private static EndLabels.Label label(String words, double x, double y) {
    return new EndLabels.Label(List.of(words), List.of(), Tint.NEUTRAL, x, y);
  }
}
