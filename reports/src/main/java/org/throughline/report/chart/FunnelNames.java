package org.throughline.report.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Names of the sites outside of a funnel, each beside its diamond, none over anything. */
final class FunnelNames {

  private record Name(String words, double x, double y) {}

  private static final double REACH = 9;

  private final FunnelModel model;
  private final Frame frame;
  private final List<Name> names = new ArrayList<>();
  private final List<FunnelModel.Site> without = new ArrayList<>();

  /**
   * Places the names.
   *
   * @param room px for a name; longer ones are written below the chart
   */
  FunnelNames(FunnelModel model, Frame frame, Rectangle2D plot, double room) {
    this.model = model;
    this.frame = frame;
    FreePlace free = new FreePlace(plot);
    for (FunnelModel.Site site : model.sites()) {
      free.take(
          frame.x((double) site.n()),
          frame.y(site.value()),
          site.verdict() == Verdict.USUAL ? 5 : 7);
    }
    model
        .centre()
        .ifPresent(c -> free.takeLine(plot.getMinX(), frame.y(c), plot.getMaxX(), frame.y(c)));
    // the farthest from the centre first: it matters most
    model.sites().stream()
        .filter(site -> site.verdict() != Verdict.USUAL)
        .sorted(
            Comparator.comparingDouble(
                    (FunnelModel.Site s) -> -Math.abs(s.value() - model.centre().orElse(0.0)))
                .thenComparing(FunnelModel.Site::name))
        .forEach(site -> place(site, free, room));
  }

  /** The name with its value, or alone where that has no place; a name is never cut. */
  private void place(FunnelModel.Site site, FreePlace free, double room) {
    for (String words : List.of(site.name() + ": " + value(site), site.name())) {
      double width = Type.NAME.width(words);
      Optional<Rectangle2D> box =
          width > room
              ? Optional.empty()
              : free.first(
                  FreePlace.around(
                      frame.x((double) site.n()),
                      frame.y(site.value()),
                      REACH,
                      width,
                      HouseStyle.LEADING));
      if (box.isPresent()) {
        free.take(box.get());
        names.add(new Name(words, box.get().getX(), box.get().getY() + 11.5));
        return;
      }
    }
    without.add(site);
  }

  private String value(FunnelModel.Site site) {
    return Numerals.value(site.value(), model.unit()) + " of " + Numerals.grouped(site.n());
  }

  /** A sentence with the names that found no place. */
  Optional<String> left() {
    return without.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Also outside of the 99.8\u00A0% limits: "
                + without.stream()
                    .sorted(Comparator.comparing(FunnelModel.Site::name))
                    .map(site -> site.name() + " (" + value(site) + ")")
                    .collect(Collectors.joining(", "))
                + ".");
  }

  void paint(Ink ink) {
    names.forEach(name -> ink.text(name.words(), name.x(), name.y(), Type.NAME, Hue.INK));
  }

  void hovers(Ink ink) {
    for (FunnelModel.Site site : model.sites()) {
      String outside =
          site.verdict() == Verdict.USUAL
              ? ""
              : ", outside of the 99.8\u00A0% limits " + site.verdict().words();
      ink.hover(
          Marker.DOT.at(frame.x((double) site.n()), frame.y(site.value()), 8),
          site.name() + ": " + value(site) + outside);
    }
  }
}
