package org.throughline.report.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.throughline.figure.Unit;

/** Where everything of a stack lies, in one of its forms. */
final class StackLayout {

  private static final double TOP = 34;
  private static final double AXIS_ROOM = 46;

  private final StackModel model;
  private final Form form;
  private final int lastDay;

  StackLayout(StackModel model, Form form) {
    this.model = model;
    this.form = form;
    this.lastDay = Math.max(1, model.lastDay());
  }

  Sheet sheet() {
    if (model.layers().stream().anyMatch(layer -> layer.points().isEmpty())
        || model.layers().isEmpty()) {
      return Blank.sheet(
          form, model.yTitle(), model.layers().stream().map(StackModel.Layer::note).toList());
    }
    double left = 42;
    double labels =
        model.layers().stream()
            .flatMap(layer -> name(layer.name()).stream())
            .mapToDouble(Type.NAME::width)
            .max()
            .orElse(0);
    double right =
        form == Form.WIDE
            ? 602
            : form.width() - Math.max(labels, Type.NAME.width(model.remainder())) - 20;
    Rectangle2D plot = Frame.area(left, TOP, right, TOP + form.choose(300.0, 230.0));
    List<Integer> ticks = form == Form.WIDE ? DayTicks.wide(lastDay) : DayTicks.narrow(lastDay);
    Frame frame =
        new Frame(plot, Frame.days(lastDay, ticks), Frame.percent(), Frame.Grid.HORIZONTAL);
    StackCurves curves =
        StackCurves.of(
            model.layers().stream().map(StackModel.Layer::points).toList(),
            lastDay,
            plot.getWidth());
    double height = plot.getMaxY() + AXIS_ROOM;
    return new Sheet(
        form.width(),
        height,
        ink -> {
          ink.text(Type.TEXT.cut(model.yTitle(), form.width()), 0, 13, Type.TEXT, Hue.INK_2);
          frame.draw(
              ink,
              dataset(curves),
              new StackRenderer(
                  curves, model.layers().stream().map(StackModel.Layer::tint).toList(), frame),
              form.width(),
              height);
          few(ink, curves, frame, plot);
          ink.text(
              "Days since admission",
              plot.getCenterX(),
              plot.getMaxY() + 38,
              Type.TEXT,
              Hue.INK_3,
              Ink.Anchor.MIDDLE);
          EndLabels.paintAreas(ink, labels(curves, frame, plot), plot.getMaxX() + 10);
          HoverDays.paint(
              ink,
              frame,
              plot,
              HoverDays.every(lastDay, form.choose(18, 9)),
              day -> hover(curves, day));
        });
  }

  /** From above, as the areas lie. */
  private List<String> hover(StackCurves curves, int day) {
    List<String> lines = new ArrayList<>();
    if (day > curves.end()) {
      return lines;
    }
    double above = 1;
    for (int layer = model.layers().size() - 1; layer >= -1; layer--) {
      double top = curves.at(layer, day);
      String name =
          layer + 1 < model.layers().size()
              ? model.layers().get(layer + 1).name()
              : model.remainder();
      lines.add(name + ": " + Numerals.value(above - top, Unit.SHARE));
      above = top;
    }
    return lines;
  }

  private void few(Ink ink, StackCurves curves, Frame frame, Rectangle2D plot) {
    if (curves.fewFrom().isEmpty()) {
      return;
    }
    double x = frame.x(curves.fewFrom().get());
    ink.line(x, plot.getMinY(), x, plot.getMaxY(), Hue.INK_3, HouseStyle.GUIDE);
    String text = "fewer than " + HouseStyle.FEW + " in care";
    double top = frame.y(curves.last(model.layers().size() - 1));
    boolean left = x - Type.TEXT.width(text) - 6 > plot.getMinX();
    boolean right = x + Type.TEXT.width(text) + 6 < plot.getMaxX();
    if ((left || right) && top - plot.getMinY() > 24) {
      ink.text(
          text,
          left ? x - 5 : x + 5,
          plot.getMinY() + 16,
          Type.TEXT,
          Hue.INK_3,
          left ? Ink.Anchor.END : Ink.Anchor.START);
    }
  }

  private List<EndLabels.Placed> labels(StackCurves curves, Frame frame, Rectangle2D plot) {
    List<EndLabels.Label> labels = new ArrayList<>();
    int count = model.layers().size();
    for (int i = 0; i < count; i++) {
      StackModel.Layer layer = model.layers().get(i);
      labels.add(
          label(layer.name(), layer.tint(), curves.last(i - 1), curves.last(i), curves, frame));
    }
    labels.add(label(model.remainder(), Tint.NEUTRAL, curves.last(count - 1), 1, curves, frame));
    return EndLabels.place(labels, plot.getMinY() + 2, plot.getMaxY() - 22);
  }

  private EndLabels.Label label(
      String name, Tint tint, double from, double to, StackCurves curves, Frame frame) {
    return new EndLabels.Label(
        name(name),
        List.of(Numerals.value(to - from, Unit.SHARE)),
        tint,
        frame.x(curves.end()),
        frame.y((from + to) / 2) - 7);
  }

  private List<String> name(String name) {
    return Type.NAME.wrap(name, form.choose(160.0, 92.0), 3);
  }

  private XYSeriesCollection dataset(StackCurves curves) {
    XYSeriesCollection dataset = new XYSeriesCollection();
    for (int layer = 0; layer < curves.tops().size(); layer++) {
      XYSeries series = new XYSeries(layer);
      for (int i = 0; i < curves.days().size(); i++) {
        series.add(curves.days().get(i).doubleValue(), curves.tops().get(layer)[i]);
      }
      dataset.addSeries(series);
    }
    return dataset;
  }
}
