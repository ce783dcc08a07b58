package org.throughline.report.chart;

import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.data.xy.XYDataset;
import org.throughline.figure.Interval;

/** Draws the strip of intervals, then the line, then the points of a trend. */
final class TrendRenderer extends AbstractXYItemRenderer {

  /** How large things are. */
  enum Scale {
    CHART(2, 2.6, 4.2),
    CARD(1.4, 0, 3.4);

    private final double line;
    private final double point;
    private final double last;

    Scale(double line, double point, double last) {
      this.line = line;
      this.point = point;
      this.last = last;
    }
  }

  private static final long serialVersionUID = 1L;

  private final transient List<TrendModel.Month> months;
  private final transient Tint tint;
  private final transient Frame frame;
  private final Scale scale;
  private final int latest;

  TrendRenderer(List<TrendModel.Month> months, Tint tint, Frame frame, Scale scale) {
    this.months = List.copyOf(months);
    this.tint = tint;
    this.frame = frame;
    this.scale = scale;
    this.latest =
        MonthWords.stretches(months).stream().reduce((a, b) -> b).map(s -> s[1]).orElse(-1);
  }

  @Override
  public int getPassCount() {
    return 3;
  }

  @Override
  public XYItemRendererState initialise(
      Graphics2D graphics,
      Rectangle2D area,
      XYPlot plot,
      XYDataset dataset,
      PlotRenderingInfo info) {
    XYItemRendererState state = super.initialise(graphics, area, plot, dataset, info);
    state.setProcessVisibleItemsOnly(false);
    return state;
  }

  /** Each item of the dataset is a month; strip and line are drawn at the first of a stretch. */
  @Override
  public void drawItem(
      Graphics2D graphics,
      XYItemRendererState state,
      Rectangle2D area,
      PlotRenderingInfo info,
      XYPlot plot,
      ValueAxis across,
      ValueAxis up,
      XYDataset dataset,
      int series,
      int item,
      CrosshairState crosshair,
      int pass) {
    Ink ink = new Ink(graphics);
    int month = (int) Math.round(dataset.getXValue(series, item));
    if (pass == 2) {
      point(ink, month);
      return;
    }
    for (int[] stretch : MonthWords.stretches(months)) {
      if (stretch[0] == month && pass == 0) {
        strip(ink, stretch);
      } else if (stretch[0] == month && stretch[1] > month) {
        ink.draw(line(stretch), tint.line(), Dash.plain(scale.line));
      }
    }
  }

  private Dot dot(int month) {
    return months.get(month).dot().orElseThrow();
  }

  private Interval interval(int month) {
    Dot dot = dot(month);
    return dot.interval().orElse(new Interval(dot.value(), dot.value()));
  }

  /** A single month's strip is as wide as a bar. */
  private void strip(Ink ink, int[] stretch) {
    Path2D strip = new Path2D.Double();
    double half = stretch[0] == stretch[1] ? HouseStyle.BOUND_BAR / 2 : 0;
    strip.moveTo(frame.x(stretch[0]) - half, frame.y(interval(stretch[0]).high()));
    for (int i = stretch[0]; i <= stretch[1]; i++) {
      strip.lineTo(frame.x(i) + half, frame.y(interval(i).high()));
    }
    for (int i = stretch[1]; i >= stretch[0]; i--) {
      strip.lineTo(frame.x(i) + half, frame.y(interval(i).low()));
    }
    strip.lineTo(frame.x(stretch[0]) - half, frame.y(interval(stretch[0]).low()));
    strip.closePath();
    ink.fill(strip, tint.band());
  }

  private Path2D line(int[] stretch) {
    Path2D line = new Path2D.Double();
    line.moveTo(frame.x(stretch[0]), frame.y(dot(stretch[0]).value()));
    for (int i = stretch[0] + 1; i <= stretch[1]; i++) {
      line.lineTo(frame.x(i), frame.y(dot(i).value()));
    }
    return line;
  }

  private void point(Ink ink, int month) {
    boolean alone =
        MonthWords.stretches(months).stream().anyMatch(s -> s[0] == month && s[1] == month);
    double r = month == latest ? scale.last : alone ? Math.max(scale.point, 2) : scale.point;
    if (r > 0) {
      ink.fill(tint.marker().at(frame.x(month), frame.y(dot(month).value()), r), tint.line());
    }
  }
}
