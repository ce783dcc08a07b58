package org.throughline.report.chart;

import java.util.List;

/** Draws dots for sites, and diamonds for those outside of the outer limits. */
final class FunnelRenderer extends HouseRenderer {

  private static final long serialVersionUID = 1L;

  private final transient List<FunnelModel.Site> sites;
  private final transient Frame frame;

  FunnelRenderer(List<FunnelModel.Site> sites, Frame frame) {
    super(2);
    this.sites = List.copyOf(sites);
    this.frame = frame;
  }

  @Override
  void paint(Ink ink, int series, int item, int pass) {
    FunnelModel.Site site = sites.get(item);
    double x = frame.x((double) site.n());
    double y = frame.y(site.value());
    if (pass == 1 && site.verdict() != Verdict.USUAL) {
      ink.fill(Marker.DIAMOND.at(x, y, 5), site.verdict().hue());
    } else if (pass == 0 && site.verdict() == Verdict.USUAL) {
      ink.fill(Marker.DOT.at(x, y, 4), Hue.PAPER);
      ink.draw(Marker.DOT.at(x, y, 4), Hue.INK_2, HouseStyle.OPEN);
    }
  }
}
