package org.throughline.measure;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.throughline.episode.ExitClass;
import org.throughline.figure.Definition;
import org.throughline.figure.Direction;
import org.throughline.figure.Population;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;
import org.throughline.figure.Unit;
import org.throughline.statistics.LogRank;
import org.throughline.statistics.RiskTable;

/** Whether the tiers differ in unplanned exit and in first use, by the log-rank test. */
final class TierTest implements Measure {
  static final Definition DEFINITION =
      new Definition(
          "tier_test",
          1,
          "Tiers compared",
          Population.FIRST_EPISODES,
          "events of each tier at admission, against those expected if tiers made no difference;"
              + " level unplanned_exit: other exits are censored; level first_use: censored at the"
              + " last day with any sign",
          "clients at risk in each tier",
          Unit.CHI_SQUARE,
          "none: a test on one degree of freedom less than tiers",
          Direction.NEITHER,
          "Whether tiers differ by more than chance; it does not say why, since clients of the tiers"
              + " differ.",
          "Throughline measures 1.0; Mantel (1966); Peto and Peto (1972)");

  @Override
  public List<Definition> definitions() {
    return List.of(DEFINITION);
  }

  @Override
  public List<Counting> countings() {
    return List.of(TierTimes.INSTANCE, FirstUseTimes.INSTANCE);
  }

  @Override
  public void estimate(Estimation estimation) {
    Counts counts = estimation.counts();
    figure(
        estimation,
        "unplanned_exit",
        estimation.tiers().stream().map(tier -> TierTimes.table(counts, tier)).toList(),
        ExitClass.UNPLANNED.cause());
    figure(
        estimation,
        "first_use",
        estimation.tiers().stream().map(tier -> FirstUseTimes.firstEpisodes(counts, tier)).toList(),
        0);
  }

  private static void figure(
      Estimation estimation, String event, List<RiskTable> tiers, int cause) {
    long clients = tiers.stream().mapToLong(RiskTable::entered).sum();
    long events = tiers.stream().mapToLong(table -> table.totalEvents(cause)).sum();
    Optional<LogRank.Result> test =
        tiers.size() < 2 ? Optional.empty() : LogRank.test(tiers, cause);
    Result result =
        test.<Result>map(
                t ->
                    new Result.Comparison(
                        t.chiSquare(), t.degreesOfFreedom(), t.p(), clients, events))
            .orElseGet(
                () ->
                    new Result.Unavailable(
                        "No such event happened while two tiers had clients at risk."));
    estimation.figure(
        DEFINITION,
        OptionalInt.empty(),
        Slice.OVERALL.withLevel(event),
        "",
        result,
        clients,
        events);
  }
}
