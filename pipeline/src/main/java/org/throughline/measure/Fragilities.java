package org.throughline.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.throughline.disclosure.Computed;
import org.throughline.disclosure.SmallCells;
import org.throughline.episode.Cut;
import org.throughline.figure.Figure;
import org.throughline.figure.Fragility;
import org.throughline.figure.Interval;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;
import org.throughline.statistics.Difference;

/** Reads the headline figures under each set of rules. */
final class Fragilities {
  private static final String PUBLISHED = "published";

  private final Estimation estimation;
  private final SmallCells cells;
  private final List<Figure> released;

  /**
   * @param estimation of the reporting month
   * @param cells which small cells are hidden
   * @param released the figures as published
   */
  Fragilities(Estimation estimation, SmallCells cells, List<Figure> released) {
    this.estimation = estimation;
    this.cells = cells;
    this.released = released;
  }

  /** One for each headline measure, in the order of the catalogue. */
  List<Fragility> all() {
    List<Fragility> all = new ArrayList<>();
    for (Measure measure : Catalogue.measures()) {
      measure
          .headline(estimation.counts(), Slice.OVERALL)
          .ifPresent(figure -> all.add(of(measure, figure.figure())));
    }
    return all;
  }

  private Fragility of(Measure measure, Figure headline) {
    List<Figure> published =
        estimation.overallAndTiers().stream()
            .flatMap(slice -> published(headline, slice).stream())
            .toList();
    List<Fragility.Reading> readings = new ArrayList<>();
    readings.add(reading(headline, PUBLISHED, "as published", published));
    byRule(measure)
        .forEach(
            (rule, figures) ->
                readings.add(
                    reading(
                        headline,
                        rule,
                        rule.equals("best")
                            ? "missing weeks are sober"
                            : "missing weeks are left out",
                        shown(figures, published))));
    List<Otherwise> otherwise = Otherwise.of(estimation.plan().rules());
    List<List<Cut>> lines = Otherwise.lines(estimation.plan());
    for (int i = 0; i < lines.size(); i++) {
      Cut cut = lines.get(i).get(lines.get(i).size() - 1);
      Counts counts = new Counts(estimation.counts().sheet(), cut, estimation.plan().days(cut));
      List<Computed.OfFigure> figures =
          estimation.overallAndTiers().stream()
              .flatMap(slice -> measure.headline(counts, slice).stream())
              .toList();
      readings.add(
          reading(
              headline,
              otherwise.get(i).code(),
              otherwise.get(i).words(),
              shown(figures, published)));
    }
    return new Fragility(headline.measure(), headline.version(), headline.at(), readings);
  }

  private Map<String, List<Computed.OfFigure>> byRule(Measure measure) {
    Map<String, List<Computed.OfFigure>> byRule = new LinkedHashMap<>();
    for (Slice slice : estimation.overallAndTiers()) {
      measure
          .headlineByRule(estimation.counts(), slice)
          .forEach(
              (rule, figure) -> byRule.computeIfAbsent(rule, any -> new ArrayList<>()).add(figure));
    }
    return byRule;
  }

  private Optional<Figure> published(Figure headline, Slice slice) {
    return released.stream()
        .filter(f -> f.month().equals(headline.month()) && f.measure().equals(headline.measure()))
        .filter(f -> f.at().equals(headline.at()) && f.slice().equals(slice))
        .findFirst();
  }

  /** What may be shown: no small cell, and nothing of a group whose published figure is hidden. */
  private List<Figure> shown(List<Computed.OfFigure> computed, List<Figure> published) {
    return cells.figures(computed).stream()
        .map(
            figure ->
                published.stream()
                    .filter(other -> other.slice().equals(figure.slice()))
                    .map(Figure::result)
                    .filter(Result.Suppressed.class::isInstance)
                    .findFirst()
                    .map(figure::withResult)
                    .orElse(figure))
        .toList();
  }

  private Fragility.Reading reading(
      Figure headline, String code, String words, List<Figure> figures) {
    List<Fragility.TierVerdict> verdicts = new ArrayList<>();
    List<Figure> tiers = figures.stream().filter(figure -> figure.slice().byTier()).toList();
    for (int i = 0; i < tiers.size(); i++) {
      for (int j = i + 1; j < tiers.size(); j++) {
        verdict(tiers.get(i), tiers.get(j)).ifPresent(verdicts::add);
      }
    }
    return new Fragility.Reading(code, words, figures, verdicts, signal(headline, code));
  }

  /**
   * The signal under a reading. Months as published are read where nothing else moves them: a
   * signal looks at single months, whatever the length of a cohort.
   */
  private Optional<Result.Signal> signal(Figure headline, String code) {
    Optional<Result.Signal> published =
        signal(
            released.stream()
                .filter(f -> f.month().equals(headline.month()))
                .filter(f -> f.measure().equals(Signal.DEFINITION.id()))
                .filter(f -> f.slice().level().equals(headline.measure())));
    if (published.isEmpty() || code.equals(PUBLISHED)) {
      return published;
    }
    List<Cut> cuts = estimation.plan().cuts();
    List<Otherwise> otherwise = Otherwise.of(estimation.plan().rules());
    for (int i = 0; i < otherwise.size(); i++) {
      List<Cut> line = Otherwise.lines(estimation.plan()).get(i);
      if (otherwise.get(i).code().equals(code) && line.size() > 1) {
        cuts = line;
      }
    }
    List<Computed.OfFigure> under =
        Signal.under(estimation, headline.measure(), cuts, code).stream().toList();
    return signal(cells.figures(under).stream());
  }

  private static Optional<Result.Signal> signal(Stream<Figure> figures) {
    return figures
        .map(Figure::result)
        .filter(Result.Signal.class::isInstance)
        .map(Result.Signal.class::cast)
        .findFirst();
  }

  private static Optional<Fragility.TierVerdict> verdict(Figure one, Figure other) {
    Optional<Estimate> first = Estimate.of(one.result());
    Optional<Estimate> second = Estimate.of(other.result());
    if (first.isEmpty() || second.isEmpty()) {
      return Optional.empty();
    }
    Interval a = first.get().interval();
    Interval b = second.get().interval();
    Difference difference =
        Difference.of(
            first.get().value(), a.low(), a.high(), second.get().value(), b.low(), b.high());
    return Optional.of(
        new Fragility.TierVerdict(one.slice().tier(), other.slice().tier(), difference.sign()));
  }

  private record Estimate(double value, Interval interval) {
    static Optional<Estimate> of(Result result) {
      if (result instanceof Result.Proportion share) {
        return Optional.of(new Estimate(share.value(), share.interval()));
      }
      return result instanceof Result.AtDay share
          ? Optional.of(new Estimate(share.value(), share.interval()))
          : Optional.empty();
    }
  }
}
