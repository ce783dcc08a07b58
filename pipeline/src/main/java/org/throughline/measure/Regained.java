package org.throughline.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.throughline.episode.EpisodeOutcome;
import org.throughline.episode.Placements;
import org.throughline.figure.Definition;
import org.throughline.figure.Direction;
import org.throughline.figure.Population;
import org.throughline.figure.Slice;
import org.throughline.figure.Unit;
import org.throughline.statistics.RiskTable;
import org.throughline.statistics.StepCurve;

/** Cumulative incidence of four sober weeks in a row after the first relapse. */
final class Regained implements Measure {
  private static final int WEEKS = 4;

  static final Definition DEFINITION =
      new Definition(
          "regained_28",
          1,
          "Four sober weeks in a row within {at} days of the first relapse",
          Population.COHORT,
          "probability that the first four consecutive sober weeks after the relapse have ended by"
              + " the day, counted from the relapse's first day, every exit competing; they count on"
              + " the day of exit; a missing week breaks the row; the file's numerator is the number"
              + " of episodes by the day",
          "episodes of the cohort with a recorded relapse in care, by the retention cut; tier and"
              + " family involvement are those of the relapse's first day",
          Unit.SHARE,
          "95 %, Aalen–Johansen, delta-method variance, on the scale of log(−log F)",
          Direction.UP_IS_BETTER,
          "How soon sobriety is regained, which matters more than whether it was lost.",
          "Throughline measures 1.0; Aalen and Johansen (1978)");

  private static final AfterRelapse COUNTING = new AfterRelapse();

  @Override
  public List<Definition> definitions() {
    return List.of(DEFINITION);
  }

  @Override
  public List<Counting> countings() {
    return List.of(COUNTING);
  }

  @Override
  public void estimate(Estimation estimation) {
    List<Slice> slices = new ArrayList<>(estimation.plain());
    slices.addAll(estimation.byInvolvement());
    for (Slice slice : slices) {
      estimate(estimation, slice);
    }
  }

  private static void estimate(Estimation estimation, Slice slice) {
    RiskTable table = AfterRelapse.table(estimation.counts(), slice);
    long entered = table.entered();
    long clients = AfterRelapse.clients(estimation.counts(), slice);
    Optional<StepCurve> curve = ExitIncidence.curve(table, AfterRelapse.SOBER_AGAIN, 0, entered);
    curve.ifPresent(c -> estimation.curve(DEFINITION, slice, c, entered, clients));
    for (int day : Horizons.DAYS) {
      FixedDay read = new FixedDay(curve, table, AfterRelapse.SOBER_AGAIN, 0, day, entered);
      estimation.figure(
          DEFINITION, OptionalInt.of(day), slice, "", read.incidence(), read.cells(clients));
    }
    estimation.figure(
        Medians.of(
            estimation,
            DEFINITION,
            slice,
            "",
            curve,
            entered,
            entered == 0
                ? "No relapse of this group was recorded in care."
                : "Fewer than half were seen sober for four weeks in a row."),
        clients);
  }

  /** How the time after the first relapse ends. */
  private static final class AfterRelapse implements Counting {
    /** The cause of the table that is four sober weeks; exits of any class are the other. */
    static final int SOBER_AGAIN = 0;

    private static final String ENTERED = "regained_entered";
    private static final String REGAINED = "regained_sober";
    private static final String EXITED = "regained_exit";
    private static final String CENSORED = "regained_censored";

    @Override
    public boolean inSeries() {
      return false;
    }

    @Override
    public void add(ClientAtCut client, Tally tally) {
      ShareCounter entered = tally.share(ENTERED);
      for (EpisodeOutcome episode : client.episodes()) {
        int end = episode.followUpDays();
        int relapse = episode.followed() ? episode.signDays().relapse(0) : Integer.MAX_VALUE;
        if (relapse > end) {
          continue;
        }
        String how = episode.followedToExit() ? EXITED : CENSORED;
        int week = episode.word().endOfSoberRun((relapse + 6) / 7 + 1, end / 7, WEEKS);
        if (week > 0) {
          end = 7 * week;
          how = REGAINED;
        }
        String tier = Placements.tierOn(episode.timeline(), relapse);
        List<Slice> slices = new ArrayList<>();
        slices.addAll(tally.groups().plain(tier, episode.timeline()));
        slices.addAll(tally.groups().family(tier, episode.familyOn(relapse)));
        entered.add(slices, 1, 1);
        for (Slice slice : slices) {
          tally.counter(how, slice, tally.days())[end - relapse]++;
        }
      }
      entered.flush();
    }

    /** Distinct clients in a group. */
    static long clients(Counts counts, Slice slice) {
      return counts.at(ENTERED, slice, ShareCounter.LENGTH)[ShareCounter.CLIENTS];
    }

    /** The risk table of a group, by days since the relapse: sober again, then exit. */
    static RiskTable table(Counts counts, Slice slice) {
      int days = counts.days();
      return new RiskTable(
          counts.at(ENTERED, slice, ShareCounter.LENGTH)[ShareCounter.DENOMINATOR],
          new long[days],
          new long[][] {counts.at(REGAINED, slice, days), counts.at(EXITED, slice, days)},
          counts.at(CENSORED, slice, days));
    }
  }
}
