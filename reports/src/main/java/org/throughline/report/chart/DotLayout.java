package org.throughline.report.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * Where everything of a dot chart lies. Wide: name, plot, value and n side by side. Narrow: words
 * above a bar that has the whole width.
 */
final class DotLayout {

  /** A heading or a row with its top and height. */
  private record Line(
      String heading, DotModel.Row row, List<String> name, double top, double height) {}

  private static final double GAP = 22;
  private static final double HEADING_GAP = 8;
  private static final double INDENT = 10;
  private static final double ROW = 27;
  private static final double NARROW_PLOT = 20;
  private static final double MOST_NAME = 230;
  private static final DotModel.Row NONE = DotModel.Row.hidden("", Tint.NEUTRAL, "", "");

  private final DotModel model;
  private final Form form;
  private final double indent;

  DotLayout(DotModel model, Form form) {
    this.model = model;
    this.form = form;
    this.indent =
        form == Form.WIDE && model.sections().stream().anyMatch(s -> !s.heading().isEmpty())
            ? INDENT
            : 0;
  }

  Sheet sheet() {
    if (rows().findAny().isEmpty()) {
      return Blank.sheet(form, model.axisTitle(), List.of());
    }
    double top = model.columnTitle().isEmpty() ? 4 : 24;
    List<Line> lines = lines(top);
    double bottom = lines.get(lines.size() - 1).top() + lines.get(lines.size() - 1).height() + 4;
    Rectangle2D plot = plot(top, bottom);
    ValueScale scale =
        ValueScale.fromZero(
            rows().flatMap(r -> r.dot().stream()).mapToDouble(DotRenderer::highest).max().orElse(0),
            model.unit());
    Frame frame =
        new Frame(
            plot,
            new HouseAxis(scale.from(), scale.to(), scale.ticks(), HouseAxis.Line.LEFT_OUT),
            new HouseAxis(0, plot.getHeight(), List.of(), HouseAxis.Line.LEFT_OUT),
            Frame.Grid.VERTICAL);
    double height = bottom + (model.axisTitle().isEmpty() ? 26 : 46);
    return new Sheet(
        form.width(),
        height,
        ink -> {
          ink.text(
              model.columnTitle(),
              form == Form.WIDE ? valueRight() : 0,
              13,
              Type.TEXT,
              Hue.INK_3,
              form == Form.WIDE ? Ink.Anchor.END : Ink.Anchor.START);
          List<DotRenderer.Spot> spots = spots(lines, bottom);
          frame.draw(ink, dataset(spots), new DotRenderer(spots, frame), form.width(), height);
          lines.forEach(line -> words(ink, line, plot));
          lines.forEach(line -> hover(ink, line, plot));
          ink.text(
              model.axisTitle(),
              plot.getCenterX(),
              bottom + 38,
              Type.TEXT,
              Hue.INK_3,
              Ink.Anchor.MIDDLE);
        });
  }

  private Stream<DotModel.Row> rows() {
    return model.sections().stream().flatMap(section -> section.rows().stream());
  }

  private List<Line> lines(double top) {
    List<Line> lines = new ArrayList<>();
    double y = top;
    for (DotModel.Section section : model.sections()) {
      if (!section.heading().isEmpty()) {
        double room = lines.isEmpty() ? ROW : ROW + 4;
        lines.add(new Line(section.heading(), NONE, List.of(), y, room));
        y += room;
      }
      for (DotModel.Row row : section.rows()) {
        List<String> name = Type.LABEL.wrap(row.name(), nameRoom(row), 2);
        double height =
            (name.size() - 1) * HouseStyle.LEADING
                + (form == Form.WIDE
                    ? ROW
                    : 18 + valueLines(row) + (row.dot().isPresent() ? NARROW_PLOT : 0) + 6);
        lines.add(new Line("", row, name, y, height));
        y += height;
      }
    }
    return lines;
  }

  private double nameRoom(DotModel.Row row) {
    return form == Form.WIDE
        ? MOST_NAME - indent
        : form.width() - Type.TEXT.width(row.count()) - 12;
  }

  private double valueLines(DotModel.Row row) {
    return value(row).size() * 16.0;
  }

  private static List<String> value(DotModel.Row row) {
    return valueType(row).wrap(row.text(), HouseStyle.NARROW, 3);
  }

  private static Type valueType(DotModel.Row row) {
    return row.dot().isPresent() ? Type.TEXT : Type.ITALIC;
  }

  private Rectangle2D plot(double top, double bottom) {
    if (form == Form.NARROW) {
      return Frame.area(8, top, form.width() - 20, bottom);
    }
    double names =
        rows()
            .flatMap(row -> Type.LABEL.wrap(row.name(), MOST_NAME - indent, 2).stream())
            .mapToDouble(Type.LABEL::width)
            .max()
            .orElse(0);
    double headings =
        model.sections().stream()
            .mapToDouble(section -> Type.NAME.width(section.heading()))
            .max()
            .orElse(0);
    double left =
        Math.max(110, Math.max(indent + names + GAP, Math.min(headings + HEADING_GAP, MOST_NAME)));
    double right = valueRight() - valueWidth() - GAP;
    return Frame.area(left, top, Math.max(left + 120, right), bottom);
  }

  private double valueRight() {
    double counts = widest(DotModel.Row::count);
    return form.width() - (counts > 0 ? counts + GAP : 0);
  }

  /** Reasons of hidden rows need no room of their own: nothing is drawn beside them. */
  private double valueWidth() {
    double values =
        rows()
            .filter(row -> row.dot().isPresent())
            .mapToDouble(row -> Type.TEXT.width(row.text()))
            .max()
            .orElse(0);
    return Math.max(values, Math.max(60, Type.TEXT.width(model.columnTitle())));
  }

  private double widest(Function<DotModel.Row, String> text) {
    return rows().map(text).mapToDouble(Type.TEXT::width).max().orElse(0);
  }

  private List<DotRenderer.Spot> spots(List<Line> lines, double bottom) {
    List<DotRenderer.Spot> spots = new ArrayList<>();
    for (Line line : lines) {
      double middle =
          form == Form.WIDE
              ? line.top() + line.height() / 2
              : line.top() + line.height() - 6 - NARROW_PLOT / 2;
      line.row()
          .dot()
          .ifPresent(
              dot -> spots.add(new DotRenderer.Spot(dot, line.row().tint(), bottom - middle)));
    }
    return spots;
  }

  /** The whole plot beside a row: a point is small. */
  private void hover(Ink ink, Line line, Rectangle2D plot) {
    DotModel.Row row = line.row();
    if (row.dot().isPresent()) {
      double height = form.choose(line.height(), NARROW_PLOT);
      double top = form == Form.WIDE ? line.top() : line.top() + line.height() - 6 - NARROW_PLOT;
      String count = row.count().isEmpty() ? "" : ", " + row.count();
      ink.hover(
          new Rectangle2D.Double(plot.getMinX(), top, plot.getWidth(), height),
          row.name() + ": " + row.text() + count);
    }
  }

  private static XYSeriesCollection dataset(List<DotRenderer.Spot> spots) {
    XYSeries series = new XYSeries("rows", false);
    spots.forEach(spot -> series.add(spot.dot().value(), spot.height()));
    return new XYSeriesCollection(series);
  }

  private void words(Ink ink, Line line, Rectangle2D plot) {
    if (!line.heading().isEmpty()) {
      double baseline = line.top() + line.height() - 9;
      plate(ink, line.top(), line.height());
      String heading = Type.NAME.cut(line.heading(), form.width());
      if (form == Form.WIDE && Type.NAME.width(heading) > plot.getMinX()) {
        ink.fill(0, baseline - 14, Type.NAME.width(heading) + 5, 20, Hue.PAPER);
      }
      ink.text(heading, 0, baseline, Type.NAME, Hue.INK);
    } else if (form == Form.WIDE) {
      wide(ink, line, plot);
    } else {
      narrow(ink, line);
    }
  }

  /** Paper behind words, so that gridlines do not run through them. */
  private void plate(Ink ink, double top, double height) {
    if (form == Form.NARROW) {
      ink.fill(0, top, form.width(), height, Hue.PAPER);
    }
  }

  private void wide(Ink ink, Line line, Rectangle2D plot) {
    DotModel.Row row = line.row();
    double middle = line.top() + line.height() / 2;
    double first = middle + 4.5 - (line.name().size() - 1) * HouseStyle.LEADING / 2;
    ink.lines(line.name(), indent, first, Type.LABEL, Hue.INK_2);
    Type type = valueType(row);
    String text = type.cut(row.text(), valueRight() - plot.getMinX() - 8);
    if (row.dot().isEmpty()) {
      double left = valueRight() - type.width(text);
      ink.fill(left - 4, middle - 10, type.width(text) + 4, 20, Hue.PAPER);
    }
    ink.text(
        text,
        valueRight(),
        middle + 4.5,
        type,
        row.dot().isPresent() ? Hue.INK_2 : Hue.INK_3,
        Ink.Anchor.END);
    ink.text(row.count(), form.width(), middle + 4.5, Type.TEXT, Hue.INK_3, Ink.Anchor.END);
  }

  private void narrow(Ink ink, Line line) {
    DotModel.Row row = line.row();
    double words = line.height() - (row.dot().isPresent() ? NARROW_PLOT + 6 : 0);
    plate(ink, line.top(), words);
    double baseline = line.top() + 14;
    ink.lines(line.name(), 0, baseline, Type.LABEL, Hue.INK);
    ink.text(row.count(), form.width(), baseline, Type.TEXT, Hue.INK_3, Ink.Anchor.END);
    baseline += (line.name().size() - 1) * HouseStyle.LEADING + 17;
    ink.lines(
        value(row), 0, baseline, valueType(row), row.dot().isPresent() ? Hue.INK_2 : Hue.INK_3);
  }
}
