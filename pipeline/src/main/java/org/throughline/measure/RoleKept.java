package org.throughline.measure;

import java.util.List;
import org.throughline.episode.CareSpells;
import org.throughline.episode.Checkins;
import org.throughline.episode.EpisodeOutcome;
import org.throughline.figure.Definition;
import org.throughline.figure.Direction;
import org.throughline.figure.Population;
import org.throughline.figure.Slice;
import org.throughline.figure.Unit;

/** The share of answers that say that work, school or caregiving was kept up. */
final class RoleKept extends RepeatedShare {
  static final Definition DEFINITION =
      new Definition(
          "role_kept",
          1,
          "Daily role kept up",
          Population.MONTH,
          "check-ins that say that work, school or caregiving was kept up since the last one",
          "check-ins of the month with an answer to that, from day 0 to the day on which the exit"
              + " was known; tier and family involvement are those of the day",
          Unit.SHARE,
          "95 %, Wilson at n over the design effect of clients",
          Direction.UP_IS_BETTER,
          "Outpatient care is chosen so that life beside it can go on.",
          "Throughline measures 1.0; Wilson (1927); ratio variance by Cochran (1977)");

  private static final int NO = 0;

  RoleKept() {
    super(
        DEFINITION,
        new Answers(),
        Answers.NAME,
        "No check-in of the month says whether the daily role was kept up.");
  }

  private static final class Answers implements Counting {
    static final String NAME = "role_kept";

    @Override
    public boolean inSeries() {
      return false;
    }

    @Override
    public void add(ClientAtCut client, Tally tally) {
      ShareCounter counter = tally.share(NAME);
      for (EpisodeOutcome episode : client.episodes()) {
        int[] checkins = episode.timeline().checkins();
        int from = Math.max(0, client.cut().monthStart() - episode.timeline().admittedOn());
        int to = Math.min(episode.cutDay(), episode.exit().knownDay());
        int next = Checkins.firstFrom(checkins, from);
        if (next < checkins.length && Checkins.day(checkins[next]) <= to) {
          CareSpells.visit(
              episode,
              from,
              to,
              (first, last, tier, family) -> {
                List<Slice> plain = tally.groups().plain(tier, episode.timeline());
                count(counter, checkins, first, last, plain, tally.groups().family(tier, family));
              });
        }
      }
      counter.flush();
    }

    private static void count(
        ShareCounter counter,
        int[] checkins,
        int from,
        int to,
        List<Slice> plain,
        List<Slice> byFamily) {
      int kept = 0;
      int answered = 0;
      for (int i = Checkins.firstFrom(checkins, from); i < checkins.length; i++) {
        if (Checkins.day(checkins[i]) > to) {
          break;
        }
        int role = Checkins.roleKept(checkins[i]);
        if (role >= NO) {
          answered++;
          kept += role;
        }
      }
      if (answered > 0) {
        counter.add(plain, kept, answered);
        counter.add(byFamily, kept, answered);
      }
    }
  }
}
