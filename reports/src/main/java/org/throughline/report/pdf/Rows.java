package org.throughline.report.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.throughline.report.chart.Drawing;
import org.throughline.report.page.PageModel;
import org.throughline.report.page.Prose;

/**
 * How the blocks of a section are set on paper: flat charts that follow each other stand side by
 * side, in the form that keeps its text large; everything else has the whole width.
 */
public final class Rows {

  private static final Pattern SIZE = Pattern.compile("viewBox=\"0 0 ([\\d.]+) ([\\d.]+)\"");
  private static final double FLAT = 0.42;
  private static final double SQUAT = 0.95;

  Rows() {}

  /** The blocks of a section, some of them paired. */
  public List<PageModel.Block> of(PageModel.Section section) {
    List<PageModel.Block> rows = new ArrayList<>();
    List<PageModel.Plot> waiting = new ArrayList<>();
    for (PageModel.Block block : section.blocks()) {
      if (block instanceof PageModel.Plot plot && isFlat(plot.drawing())) {
        waiting.add(plot);
        if (waiting.size() == 2) {
          rows.add(new PageModel.Pair(new Prose(""), waiting));
          waiting = new ArrayList<>();
        }
      } else {
        rows.addAll(waiting);
        waiting = new ArrayList<>();
        rows.add(block);
      }
    }
    rows.addAll(waiting);
    return rows;
  }

  private static boolean isFlat(Drawing drawing) {
    return slope(drawing.wideSvg()) < FLAT && slope(drawing.narrowSvg()) < SQUAT;
  }

  /** Height by width. */
  private static double slope(String svg) {
    Matcher size = SIZE.matcher(svg);
    if (!size.find()) {
      throw new IllegalArgumentException("A chart's SVG says no size");
    }
    return Double.parseDouble(size.group(2)) / Double.parseDouble(size.group(1));
  }
}
