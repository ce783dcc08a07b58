package org.throughline.report.chart;

import java.awt.geom.Path2D;
import java.util.List;
import org.throughline.figure.Interval;

/** Fills bars with a line of paper between, then draws intervals over them. */
final class PeriodRenderer extends HouseRenderer {

  private static final long serialVersionUID = 1L;

  private final transient List<PeriodModel.Period> periods;
  private final transient Frame frame;
  private final double most;

  /**
   * Periods with a rate, in the order of the dataset's items.
   *
   * @param most where the axis ends: whiskers are cut there
   */
  PeriodRenderer(List<PeriodModel.Period> periods, Frame frame, double most) {
    super(2);
    this.periods = List.copyOf(periods);
    this.frame = frame;
    this.most = most;
  }

  @Override
  void paint(Ink ink, int series, int item, int pass) {
    PeriodModel.Period period = periods.get(item);
    double left = frame.x(period.from());
    double right = frame.x(period.to());
    if (pass == 0) {
      double gap = right - left > 4 ? 1 : 0;
      double y = frame.y(period.rate().orElseThrow());
      ink.fill(left, y, right - left - gap, frame.y(0) - y, Hue.UNPLANNED);
    } else if (period.interval().isPresent()) {
      Interval interval = period.interval().get();
      double x = (left + right) / 2;
      ink.line(
          x,
          frame.y(Math.min(most, interval.high())),
          x,
          frame.y(Math.max(0, interval.low())),
          Hue.INK,
          HouseStyle.RATE_WHISKER);
      if (interval.high() > most) {
        tip(ink, x, frame.y(most));
      }
    }
  }

  /** An arrow where an interval goes on beyond the axis. */
  private static void tip(Ink ink, double x, double y) {
    Path2D tip = new Path2D.Double();
    tip.moveTo(x, y - 3);
    tip.lineTo(x - 3.5, y + 4);
    tip.lineTo(x + 3.5, y + 4);
    tip.closePath();
    ink.fill(tip, Hue.INK);
  }
}
