package org.throughline.report.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * Where everything of a forest plot lies. Wide: name, plot, value and n side by side. Narrow: words
 * above a plot that has the whole width.
 */
final class ForestLayout {

  /** A row with its words, top and height. */
  private record Line(
      ForestModel.Row row, List<String> name, List<String> detail, double top, double height) {

    double words() {
      return (name.size() + detail.size()) * HouseStyle.LEADING;
    }
  }

  private static final double GAP = 22;
  private static final double PAD = 8;
  private static final double STRIP = 22;

  private final ForestModel model;
  private final Form form;

  ForestLayout(ForestModel model, Form form) {
    this.model = model;
    this.form = form;
  }

  Sheet sheet() {
    if (model.rows().stream().noneMatch(ForestLayout::drawn)) {
      return Blank.sheet(
          form,
          model.valueTitle(),
          model.rows().stream()
              .filter(row -> row.kind() == ForestModel.Kind.HIDDEN)
              .map(row -> row.name() + ": " + row.text())
              .toList());
    }
    double top = 26;
    List<Line> lines = lines(top);
    Line lowest = lines.get(lines.size() - 1);
    double bottom = Math.round(lowest.top() + lowest.height() + 4);
    Rectangle2D plot = plot(top, bottom);
    RatioScale scale = RatioScale.of(model.rows());
    Frame frame =
        new Frame(
            plot,
            scale.axis(),
            new HouseAxis(0, plot.getHeight(), List.of(), HouseAxis.Line.LEFT_OUT),
            Frame.Grid.VERTICAL);
    double one = frame.x(0);
    List<String> below = Type.TEXT.wrap(model.below(), one - 8, 3);
    List<String> above = Type.TEXT.wrap(model.above(), form.width() - one - 8, 3);
    double height = bottom + 30 + Math.max(below.size(), above.size()) * HouseStyle.LEADING;
    return new Sheet(
        form.width(),
        height,
        ink -> {
          heads(ink);
          washes(ink, lines);
          List<ForestRenderer.Spot> spots = spots(lines, bottom);
          ink.line(one, plot.getMinY(), one, plot.getMaxY(), Hue.AXIS, HouseStyle.FINE);
          frame.draw(
              ink, dataset(spots), new ForestRenderer(spots, scale, frame), form.width(), height);
          lines.forEach(line -> words(ink, line));
          sides(ink, below, above, one, bottom);
        });
  }

  private static boolean drawn(ForestModel.Row row) {
    return row.ratio().isPresent() || row.interval().isPresent();
  }

  private List<Line> lines(double top) {
    List<Line> lines = new ArrayList<>();
    double y = top;
    for (ForestModel.Row row : model.rows()) {
      double room = nameRoom(row);
      List<String> name = nameType(row).wrap(row.name(), room, 3);
      List<String> detail =
          row.detail().isEmpty() ? List.of() : Type.TEXT.wrap(row.detail(), room, 3);
      double words = (name.size() + detail.size()) * HouseStyle.LEADING + 12;
      double height =
          form == Form.WIDE || row.kind() == ForestModel.Kind.HEADING
              ? Math.max(27, words)
              : words
                  + (beside(row) ? 0 : value(row).size() * HouseStyle.LEADING)
                  + (drawn(row) ? STRIP : 0);
      lines.add(new Line(row, name, detail, y, height));
      y += height;
    }
    return lines;
  }

  private static Type nameType(ForestModel.Row row) {
    return switch (row.kind()) {
      case HEADING, ESTIMATE -> Type.NAME;
      case BIASED -> Type.ITALIC;
      case HIDDEN -> Type.LABEL;
    };
  }

  private double nameRoom(ForestModel.Row row) {
    return row.kind() == ForestModel.Kind.HEADING || form == Form.NARROW
        ? form.width() - 2 * PAD
        : 268;
  }

  /** Whether a narrow row has its value at the right of its name. */
  private boolean beside(ForestModel.Row row) {
    List<String> value = value(row);
    return value.size() == 1
        && nameType(row).width(row.name()) + valueType(row).width(value.get(0)) + GAP
            <= form.width() - 2 * PAD;
  }

  private static Type valueType(ForestModel.Row row) {
    return drawn(row) ? Type.TEXT : Type.ITALIC;
  }

  private List<String> value(ForestModel.Row row) {
    String words = row.count().isEmpty() ? row.text() : row.text() + ", " + row.count();
    return valueType(row).wrap(words, form.width() - 2 * PAD, 3);
  }

  private Rectangle2D plot(double top, double bottom) {
    if (form == Form.NARROW) {
      return Frame.area(12, top, form.width() - 12, bottom);
    }
    double names =
        lines(0).stream()
            .filter(line -> line.row().kind() != ForestModel.Kind.HEADING)
            .mapToDouble(
                line ->
                    Math.max(
                        widest(nameType(line.row()), line.name()),
                        widest(Type.TEXT, line.detail())))
            .max()
            .orElse(0);
    double values =
        model.rows().stream()
            .filter(ForestLayout::drawn)
            .mapToDouble(row -> Type.TEXT.width(row.text()))
            .max()
            .orElse(0);
    return Frame.area(
        Math.max(150, PAD + names + GAP), top, valueRight() - Math.max(90, values) - GAP, bottom);
  }

  private static double widest(Type type, List<String> lines) {
    return lines.stream().mapToDouble(type::width).max().orElse(0);
  }

  private double valueRight() {
    double counts = widest(Type.TEXT, words(ForestModel.Row::count));
    return form.width() - PAD - (counts > 0 ? counts + GAP : 0);
  }

  private List<String> words(Function<ForestModel.Row, String> words) {
    return model.rows().stream().map(words).toList();
  }

  private void heads(Ink ink) {
    if (form == Form.NARROW) {
      ink.text(Type.TEXT.cut(model.valueTitle(), form.width()), 0, 13, Type.TEXT, Hue.INK_2);
      return;
    }
    double room = valueRight() - Type.TEXT.width(model.rowTitle()) - GAP;
    ink.text(Type.TEXT.cut(model.rowTitle(), 300), 0, 13, Type.TEXT, Hue.INK_3);
    ink.text(
        Type.TEXT.cut(model.valueTitle(), room),
        valueRight(),
        13,
        Type.TEXT,
        Hue.INK_3,
        Ink.Anchor.END);
  }

  private void washes(Ink ink, List<Line> lines) {
    for (Line line : lines) {
      if (line.row().kind() == ForestModel.Kind.BIASED) {
        ink.fill(0, line.top(), form.width(), line.height(), Hue.WASH);
      }
    }
  }

  private List<ForestRenderer.Spot> spots(List<Line> lines, double bottom) {
    List<ForestRenderer.Spot> spots = new ArrayList<>();
    for (Line line : lines) {
      if (drawn(line.row())) {
        double middle =
            form == Form.WIDE
                ? line.top() + line.height() / 2
                : line.top() + line.height() - STRIP / 2 - 3;
        spots.add(new ForestRenderer.Spot(line.row(), bottom - middle));
      }
    }
    return spots;
  }

  private static XYSeriesCollection dataset(List<ForestRenderer.Spot> spots) {
    XYSeries series = new XYSeries("rows", false);
    spots.forEach(spot -> series.add(Math.log(spot.row().ratio().orElse(1.0)), spot.height()));
    return new XYSeriesCollection(series);
  }

  private void words(Ink ink, Line line) {
    ForestModel.Row row = line.row();
    boolean hidden = !drawn(row);
    boolean biased = row.kind() == ForestModel.Kind.BIASED;
    double first =
        form == Form.WIDE ? line.top() + (line.height() - line.words()) / 2 + 12 : line.top() + 17;
    plate(ink, line, first);
    Hue name = row.kind() == ForestModel.Kind.HEADING || !(hidden || biased) ? Hue.INK : Hue.INK_2;
    ink.lines(line.name(), PAD, first, nameType(row), name);
    double next = first + line.name().size() * HouseStyle.LEADING;
    ink.lines(line.detail(), PAD, next, Type.TEXT, Hue.INK_3);
    Type type = valueType(row);
    Hue hue = hidden || biased ? Hue.INK_3 : Hue.INK_2;
    if (form == Form.NARROW && beside(row)) {
      ink.text(value(row).get(0), form.width() - PAD, first, type, hue, Ink.Anchor.END);
      return;
    }
    if (form == Form.NARROW) {
      ink.lines(value(row), PAD, next + line.detail().size() * HouseStyle.LEADING, type, hue);
      return;
    }
    double middle = line.top() + line.height() / 2 + 4.5;
    ink.text(
        hidden ? type.cut(row.text(), valueRight() - 300) : row.text(),
        valueRight(),
        middle,
        type,
        hue,
        Ink.Anchor.END);
    ink.text(row.count(), form.width() - PAD, middle, Type.TEXT, Hue.INK_3, Ink.Anchor.END);
  }

  /** Paper behind words that stand on gridlines. */
  private void plate(Ink ink, Line line, double first) {
    ForestModel.Row row = line.row();
    Hue paper = row.kind() == ForestModel.Kind.BIASED ? Hue.WASH : Hue.PAPER;
    if (form == Form.NARROW) {
      double words =
          line.height()
              - (drawn(row) ? STRIP : 0)
              - (row.kind() == ForestModel.Kind.HEADING ? 0 : 4);
      ink.fill(0, line.top(), form.width(), words, paper);
    } else if (row.kind() == ForestModel.Kind.HEADING) {
      ink.fill(0, first - 14, PAD + widest(Type.NAME, line.name()) + 6, line.words() + 4, paper);
    } else if (!drawn(row)) {
      double width = Type.ITALIC.width(Type.ITALIC.cut(row.text(), valueRight() - 300));
      ink.fill(valueRight() - width - 5, line.top() + 2, width + 5, line.height() - 4, paper);
    }
  }

  private void sides(Ink ink, List<String> below, List<String> above, double one, double bottom) {
    for (int i = 0; i < below.size(); i++) {
      ink.text(
          below.get(i),
          one - 8,
          bottom + 39 + i * HouseStyle.LEADING,
          Type.TEXT,
          Hue.INK_3,
          Ink.Anchor.END);
    }
    ink.lines(above, one + 8, bottom + 39, Type.TEXT, Hue.INK_3);
  }
}
