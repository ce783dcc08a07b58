package org.throughline.measure;

import java.util.List;
import org.throughline.episode.CareSpells;
import org.throughline.episode.Checkins;
import org.throughline.episode.EpisodeOutcome;
import org.throughline.episode.SignDays;
import org.throughline.episode.SobrietyWord;
import org.throughline.figure.Slice;

/**
 * What the days in care of the cohort hold, day 1 to the exit, at latest the retention cut: days
 * with signs, tests, weeks that begin on them, relapses that begin on them, and the days
 * themselves. Tier and family involvement are those of the day (of a week, its first day).
 */
final class CareCounts implements Counting {
  static final CareCounts INSTANCE = new CareCounts();

  /** Abstinent days among days with a sign. */
  static final String DAYS = "care_days_abstinent";

  /** Negative tests among those that count. */
  static final String TESTS = "care_tests_negative";

  /** Sober weeks among the observed. */
  static final String WEEKS_OBSERVED = "care_weeks_observed";

  /** Sober weeks among all. */
  static final String WEEKS = "care_weeks";

  /** Relapses, over days in care. */
  static final String RELAPSES = "care_relapses";

  private CareCounts() {}

  @Override
  public boolean inSeries() {
    return false;
  }

  @Override
  public void add(ClientAtCut client, Tally tally) {
    Counters counters =
        new Counters(
            tally.share(DAYS),
            tally.share(TESTS),
            tally.share(WEEKS_OBSERVED),
            tally.share(WEEKS),
            tally.share(RELAPSES));
    for (EpisodeOutcome episode : client.episodes()) {
      if (episode.followed()) {
        SignDays days = episode.signDays();
        SobrietyWord word = episode.word();
        CareSpells.visit(
            episode,
            (from, to, tier, family) -> {
              List<Slice> plain = tally.groups().plain(tier, episode.timeline());
              List<Slice> byFamily = tally.groups().family(tier, family);
              counters.weeks(word, from, to, plain, byFamily);
              counters.tests(episode.timeline().checkins(), from, to, plain, byFamily);
              int signed = days.tested(from, to);
              counters.add(counters.days, plain, byFamily, days.abstinent(from, to), signed);
              counters.add(
                  counters.relapses, plain, byFamily, days.relapses(from, to), to - from + 1);
            });
      }
    }
    counters.flush();
  }

  private record Counters(
      ShareCounter days,
      ShareCounter tests,
      ShareCounter weeksObserved,
      ShareCounter weeks,
      ShareCounter relapses) {

    void add(
        ShareCounter counter, List<Slice> plain, List<Slice> byFamily, long above, long below) {
      if (below > 0) {
        counter.add(plain, above, below);
        counter.add(byFamily, above, below);
      }
    }

    /** Weeks whose first day, 7k − 6, is one of the days. */
    void weeks(SobrietyWord word, int from, int to, List<Slice> plain, List<Slice> byFamily) {
      int sober = 0;
      int observed = 0;
      int all = 0;
      for (int k = (from + 12) / 7; k <= Math.min(word.weeks(), (to + 6) / 7); k++) {
        all++;
        if (word.sober(k)) {
          sober++;
        }
        if (word.sober(k) || word.use(k)) {
          observed++;
        }
      }
      add(weeksObserved, plain, byFamily, sober, observed);
      add(weeks, plain, byFamily, sober, all);
    }

    void tests(int[] checkins, int from, int to, List<Slice> plain, List<Slice> byFamily) {
      int negative = 0;
      int all = 0;
      for (int i = Checkins.firstFrom(checkins, from); i < checkins.length; i++) {
        if (Checkins.day(checkins[i]) > to) {
          break;
        }
        int test = Checkins.test(checkins[i]);
        if (test >= Checkins.TEST_NEGATIVE && test <= Checkins.TEST_REFUSED) {
          all++;
          if (test == Checkins.TEST_NEGATIVE) {
            negative++;
          }
        }
      }
      add(tests, plain, byFamily, negative, all);
    }

    void flush() {
      days.flush();
      tests.flush();
      weeksObserved.flush();
      weeks.flush();
      relapses.flush();
    }
  }
}
