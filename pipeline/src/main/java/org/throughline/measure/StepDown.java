package org.throughline.measure;

import org.throughline.episode.EpisodeOutcome;
import org.throughline.episode.Sessions;
import org.throughline.episode.Timeline;
import org.throughline.figure.Definition;
import org.throughline.figure.Direction;
import org.throughline.figure.Population;
import org.throughline.figure.Unit;

/** The share of moves to a less intensive tier after which the client came there. */
final class StepDown extends DatedShare {
  private static final int WITHIN = 14;

  static final Definition DEFINITION =
      new Definition(
          "stepdown_14",
          1,
          "Came within 14 days of a step down",
          Population.MONTH,
          "such moves with an attended session, of any service, in the new tier on the day of the"
              + " move or one of the 14 days after it",
          "moves to a less intensive tier from day 1 on, 14 to 44 days before the cut, at latest on"
              + " the day on which the exit was known; the tier is the new one, family involvement"
              + " that of the day",
          Unit.SHARE,
          "95 %, Wilson",
          Direction.UP_IS_BETTER,
          "Clients are lost between levels of care more often than within one.",
          "Throughline measures 1.0; Wilson (1927)");

  StepDown() {
    super(
        DEFINITION,
        new Moves(),
        Moves.NAME,
        "Nobody of this group moved to a less intensive tier 14 to 44 days before the cut.");
  }

  private static final class Moves implements Counting {
    static final String NAME = "stepdown";

    @Override
    public boolean inSeries() {
      return false;
    }

    @Override
    public void add(ClientAtCut client, Tally tally) {
      ShareCounter counter = tally.share(NAME);
      for (EpisodeOutcome episode : client.episodes()) {
        Timeline timeline = episode.timeline();
        int[] from = timeline.placementFrom();
        int earliest = Math.max(1, episode.cutDay() - EpisodeOutcome.STEP_DOWN_FROM);
        int latest = Math.min(episode.cutDay() - WITHIN, episode.exit().knownDay());
        String before = timeline.tier();
        for (int i = 0; i < from.length && from[i] <= latest; i++) {
          String tier = timeline.placementTier()[i];
          if (from[i] >= earliest && tally.tiers().lessIntensive(tier, before)) {
            int came = came(timeline, i) ? 1 : 0;
            counter.add(tally.groups().plain(tier, timeline), came, 1);
            counter.add(tally.groups().family(tier, episode.familyOn(from[i])), came, 1);
          }
          before = tier;
        }
      }
      counter.flush();
    }

    /** Whether a session was attended in the tier of a spell within days of its beginning. */
    private static boolean came(Timeline timeline, int spell) {
      int[] from = timeline.placementFrom();
      int last = from[spell] + WITHIN;
      for (int i = spell + 1; i < from.length && from[i] <= last; i++) {
        if (!timeline.placementTier()[i].equals(timeline.placementTier()[spell])) {
          last = from[i] - 1;
        }
      }
      int[] sessions = timeline.sessions();
      for (int i = Sessions.firstFrom(sessions, from[spell]); i < sessions.length; i++) {
        if (Sessions.day(sessions[i]) > last) {
          return false;
        }
        if (Sessions.attended(sessions[i])) {
          return true;
        }
      }
      return false;
    }
  }
}
