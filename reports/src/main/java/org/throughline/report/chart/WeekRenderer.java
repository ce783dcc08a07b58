package org.throughline.report.chart;

import java.util.List;

/** Fills the columns of weeks, then draws gridlines over them in paper. */
final class WeekRenderer extends HouseRenderer {

  private static final long serialVersionUID = 1L;

  private final transient List<WeekModel.Week> weeks;
  private final transient Frame frame;

  /** Weeks with a split, in the order of the dataset's items. */
  WeekRenderer(List<WeekModel.Week> weeks, Frame frame) {
    super(2);
    this.weeks = List.copyOf(weeks);
    this.frame = frame;
  }

  @Override
  void paint(Ink ink, int series, int item, int pass) {
    int week = weeks.get(item).week();
    double left = frame.x(week - 0.5);
    double gap = frame.x(week + 0.5) - left > 6 ? 1 : 0.4;
    double right = frame.x(week + 0.5) - gap;
    if (pass == 1) {
      if (item == 0) {
        gridlines(ink, left, frame.x(weeks.get(weeks.size() - 1).week() + 0.5));
      }
      return;
    }
    WeekModel.Split split = weeks.get(item).split().orElseThrow();
    double sober = split.sober();
    double used = sober + split.use();
    column(ink, left, right, 0, sober, Hue.SEEN_SOBER);
    column(ink, left, right, sober, used, Hue.UNPLANNED);
    column(ink, left, right, used, used + split.unknown(), Hue.STRIP);
  }

  /** Over all weeks: on the paper of a hidden one they are not seen. */
  private void gridlines(Ink ink, double left, double right) {
    for (double share : new double[] {0.2, 0.4, 0.6, 0.8}) {
      ink.line(left, frame.y(share), right, frame.y(share), Hue.PAPER, HouseStyle.OVERLAY);
    }
  }

  private void column(Ink ink, double left, double right, double from, double to, Hue hue) {
    double top = frame.y(Math.min(1, to));
    if (to > from) {
      ink.fill(left, top, right - left, frame.y(from) - top, hue);
    }
  }
}
