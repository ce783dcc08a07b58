package org.throughline.report.chart;

import java.util.List;
import java.util.function.BiConsumer;

/** What stands in place of a chart that has nothing to draw: its title line and the reason. */
final class Blank {

  private static final double PAD = 24;

  private Blank() {}

  static Sheet sheet(Form form, String yTitle, List<String> notes) {
    return sheet(form, yTitle, notes, 0, (ink, y) -> {});
  }

  /**
   * The sentence, and something below it.
   *
   * @param notes reasons; repeated ones are said once
   */
  static Sheet sheet(
      Form form, String yTitle, List<String> notes, double below, BiConsumer<Ink, Double> painter) {
    List<String> reasons = notes.stream().filter(note -> !note.isEmpty()).distinct().toList();
    String sentence =
        reasons.isEmpty()
            ? "There is nothing to draw here: no clients."
            : "There is nothing to draw here (" + String.join("; ", reasons) + ").";
    List<String> lines = Type.ITALIC.wrap(sentence, form.width() - 2 * PAD);
    double box = 2 * PAD + lines.size() * HouseStyle.LEADING;
    double top = 24;
    return new Sheet(
        form.width(),
        top + box + (below > 0 ? 16 + below : 0),
        ink -> {
          ink.text(Type.TEXT.cut(yTitle, form.width()), 0, 13, Type.TEXT, Hue.INK_2);
          ink.fill(0, top, form.width(), box, Hue.WASH);
          ink.lines(lines, PAD, top + PAD + 11, Type.ITALIC, Hue.INK_2);
          painter.accept(ink, top + box + 16);
        });
  }
}
