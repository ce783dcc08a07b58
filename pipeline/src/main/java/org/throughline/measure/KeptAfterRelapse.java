package org.throughline.measure;

import org.throughline.episode.EpisodeOutcome;
import org.throughline.episode.ExitClass;
import org.throughline.episode.Placements;
import org.throughline.episode.SignDays;
import org.throughline.figure.Definition;
import org.throughline.figure.Direction;
import org.throughline.figure.Population;
import org.throughline.figure.Unit;

/** The share of relapses after which care went on or had come to its end. */
final class KeptAfterRelapse extends DatedShare {
  private static final int DAYS = 30;

  static final Definition DEFINITION =
      new Definition(
          "kept_after_relapse_30",
          1,
          "Still kept 30 days after a relapse",
          Population.COHORT,
          "such relapses after which the client was, 30 days later, in care (past the exits of that"
              + " day), completed or transferred",
          "recorded relapses, lapses left out, that begin on a day in care from day 1 on, 30 or more"
              + " days before the retention cut; records that overlap or touch are one; tier and"
              + " family involvement are those of the relapse's first day",
          Unit.SHARE,
          "95 %, Wilson",
          Direction.UP_IS_BETTER,
          "A relapse need not be an exit: care that holds then is care when it is needed most.",
          "Throughline measures 1.0; Wilson (1927)");

  KeptAfterRelapse() {
    super(
        DEFINITION,
        new RelapsesInCare(),
        RelapsesInCare.NAME,
        "No relapse of this group was recorded in care 30 or more days before the retention cut.");
  }

  private static final class RelapsesInCare implements Counting {
    static final String NAME = "kept_after_relapse";

    @Override
    public boolean inSeries() {
      return false;
    }

    @Override
    public void add(ClientAtCut client, Tally tally) {
      ShareCounter counter = tally.share(NAME);
      for (EpisodeOutcome episode : client.episodes()) {
        if (!episode.followed()) {
          continue;
        }
        SignDays days = episode.signDays();
        int latest = Math.min(episode.exit().day(), episode.retentionCutDay() - DAYS);
        for (int i = 0; days.relapse(i) <= latest; i++) {
          int day = days.relapse(i);
          int kept = isKept(episode, day + DAYS) ? 1 : 0;
          String tier = Placements.tierOn(episode.timeline(), day);
          counter.add(tally.groups().plain(tier, episode.timeline()), kept, 1);
          counter.add(tally.groups().family(tier, episode.familyOn(day)), kept, 1);
        }
      }
      counter.flush();
    }

    private static boolean isKept(EpisodeOutcome episode, int day) {
      return episode.exit().day() > day
          || episode.exit().kind() == ExitClass.PLANNED
          || episode.exit().kind() == ExitClass.TRANSFERRED;
    }
  }
}
