package org.throughline.report.chart;

import java.util.List;
import java.util.Optional;
import org.throughline.figure.CurvePoint;

/** Draws a band, then the program dashed, then a site's curve, each as one path. */
final class SmallCurveRenderer extends HouseRenderer {

  private static final long serialVersionUID = 1L;

  private final transient Optional<StepCurve> program;
  private final transient StepCurve site;
  private final transient Frame frame;

  /** The dataset has one series: the site's. */
  SmallCurveRenderer(Optional<StepCurve> program, StepCurve site, Frame frame) {
    super(3);
    this.program = program;
    this.site = site;
    this.frame = frame;
  }

  @Override
  void paint(Ink ink, int series, int item, int pass) {
    if (item > 0) {
      return;
    }
    switch (pass) {
      case 0 ->
          site.runs().stream()
              .filter(StepCurve.Run::trusted)
              .forEach(run -> ink.fill(site.band(run, frame), Hue.STRIP));
      case 1 -> program.ifPresent(curve -> program(ink, curve));
      default -> site(ink);
    }
  }

  private void program(Ink ink, StepCurve curve) {
    for (StepCurve.Run run : curve.runs()) {
      ink.draw(curve.path(run, frame), Hue.INK_3, HouseStyle.PROGRAM);
    }
  }

  private void site(Ink ink) {
    List<StepCurve.Run> runs = site.runs();
    for (StepCurve.Run run : runs) {
      ink.draw(
          site.path(run, frame),
          Hue.INK,
          run.trusted() ? HouseStyle.SMALL_CURVE : HouseStyle.THIN_CURVE);
    }
    if (runs.isEmpty()) {
      CurvePoint only = site.last();
      ink.fill(Marker.DOT.at(frame.x(only.day()), frame.y(only.estimate()), 3), Hue.INK);
    }
  }
}
