package org.throughline.measure;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;
import org.throughline.episode.Cut;
import org.throughline.episode.EpisodeOutcome;
import org.throughline.figure.Slice;

/**
 * Plain shares of the episodes admitted in a calendar month, counted once, at the first cut at
 * which all of its members have had the horizon and the days of silence: so months do not overlap,
 * and none is counted again with what became known later.
 */
final class CompleteMonths implements Counting {
  private final String name;
  private final int horizon;
  private final ToIntFunction<EpisodeOutcome> counts;
  private final Rules rules;
  private final Map<Cut, List<Admitted>> months = new ConcurrentHashMap<>();

  /** Under which rules months are counted. */
  enum Rules {
    /** As published, and under other days of silence. */
    ALL,
    /** As published: what is counted is itself another reading. */
    PUBLISHED
  }

  /** What is counted of an episode that is not in the denominator either. */
  static final int LEFT_OUT = -1;

  /**
   * A month of admission.
   *
   * @param month the month
   * @param counter of its share
   * @param first its first day, as days since 1970-01-01
   * @param last its last day, likewise
   */
  record Admitted(YearMonth month, String counter, int first, int last) {}

  /**
   * @param name of the counters
   * @param horizon days of care after which an episode can be judged
   * @param counts 1 for an episode that is above the line, 0 for another, or {@link #LEFT_OUT}
   */
  CompleteMonths(String name, int horizon, ToIntFunction<EpisodeOutcome> counts, Rules rules) {
    this.name = name;
    this.horizon = horizon;
    this.counts = counts;
    this.rules = rules;
  }

  @Override
  public boolean inSeries() {
    return true;
  }

  @Override
  public boolean inSignals() {
    return rules == Rules.ALL;
  }

  @Override
  public void add(ClientAtCut client, Tally tally) {
    List<EpisodeOutcome> episodes = client.episodes();
    List<Admitted> complete = completeAt(client.cut());
    for (int m = 0; m < complete.size(); m++) {
      Admitted month = complete.get(m);
      ShareCounter share = tally.share(month.counter);
      for (int i = 0; i < episodes.size(); i++) {
        EpisodeOutcome episode = episodes.get(i);
        int admitted = episode.timeline().admittedOn();
        if (admitted >= month.first && admitted <= month.last && episode.inCohort()) {
          int above = counts.applyAsInt(episode);
          if (above != LEFT_OUT) {
            share.add(Slice.OVERALL, above, 1);
          }
        }
      }
      share.flush();
    }
  }

  /** Months of admission that are complete at a cut and were not at the one before: mostly one. */
  List<Admitted> completeAt(Cut cut) {
    return months.computeIfAbsent(
        cut,
        at -> {
          int needed = horizon + at.rules().silenceDays();
          List<Admitted> complete = new ArrayList<>();
          for (int lag = needed / 31; lag <= needed / 28 + 1; lag++) {
            YearMonth month = at.month().minusMonths(lag);
            int last = (int) month.atEndOfMonth().toEpochDay();
            if (last + needed <= at.day() && last + needed >= at.monthStart()) {
              complete.add(
                  new Admitted(month, name + "_" + lag, (int) month.atDay(1).toEpochDay(), last));
            }
          }
          return List.copyOf(complete);
        });
  }
}
