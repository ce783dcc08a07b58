package org.throughline.figure;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How much a headline figure depends on rules that somebody else might have chosen.
 *
 * @param measure its measure's id
 * @param version of the measure's definition
 * @param at its horizon
 * @param readings the published one first, then those under other rules
 */
public record Fragility(String measure, int version, OptionalInt at, List<Reading> readings)
    implements Serializable {

  public Fragility {
    readings = List.copyOf(readings);
  }

  /**
   * The figure under some rules, overall and by tier.
   *
   * @param code of the reading; {@code published} for the figures as published
   * @param words what is different, for a reader
   * @param figures overall and for each tier, after disclosure control
   * @param verdicts for each two tiers that can be compared, whether they differ
   * @param signal whether the latest month is out of the usual, in a series of months under the
   *     same rules; empty where the measure has no signal, or it cannot be told or shown
   */
  public record Reading(
      String code,
      String words,
      List<Figure> figures,
      List<TierVerdict> verdicts,
      Optional<Result.Signal> signal)
      implements Serializable {

    /** One of a measure without a signal. */
    public Reading(String code, String words, List<Figure> figures, List<TierVerdict> verdicts) {
      this(code, words, figures, verdicts, Optional.empty());
    }

    public Reading {
      figures = List.copyOf(figures);
      verdicts = List.copyOf(verdicts);
    }

    /** The value in a group, where there is one that may be shown. */
    public Optional<Double> value(Slice slice) {
      return figures.stream()
          .filter(figure -> figure.slice().equals(slice))
          .findFirst()
          .flatMap(figure -> valueOf(figure.result()));
    }
  }

  /**
   * Whether two tiers differ beyond chance.
   *
   * @param first code of the one
   * @param second code of the other
   * @param sign 1 where the first is higher, −1 where it is lower, 0 where chance explains the
   *     difference
   */
  public record TierVerdict(String first, String second, int sign) implements Serializable {}

  /** The figures as published. */
  public Reading published() {
    return readings.get(0);
  }

  /** Readings under which two tiers are judged otherwise than as published. */
  public List<Reading> otherVerdicts() {
    return readings.stream()
        .filter(
            reading ->
                reading.verdicts().stream()
                    .anyMatch(
                        verdict ->
                            published().verdicts().stream()
                                .anyMatch(
                                    other ->
                                        other.first().equals(verdict.first())
                                            && other.second().equals(verdict.second())
                                            && other.sign() != verdict.sign())))
        .toList();
  }

  /** Readings under which the latest month gives another verdict than as published. */
  public List<Reading> otherSignals() {
    return published()
        .signal()
        .map(
            signal ->
                readings.stream()
                    .filter(
                        reading ->
                            reading.signal().isPresent()
                                && reading.signal().get().verdict() != signal.verdict())
                    .toList())
        .orElseGet(List::of);
  }

  private static Optional<Double> valueOf(Result result) {
    if (result instanceof Result.Proportion share) {
      return Optional.of(share.value());
    }
    return result instanceof Result.AtDay share ? Optional.of(share.value()) : Optional.empty();
  }
}
