package org.throughline.measure;

import java.util.OptionalInt;
import org.throughline.episode.EpisodeOutcome;
import org.throughline.episode.Placements;
import org.throughline.episode.Sessions;
import org.throughline.episode.Timeline;
import org.throughline.figure.Definition;
import org.throughline.figure.Direction;
import org.throughline.figure.Population;
import org.throughline.figure.Unit;

/** The share of weeks whose attended hours reach what the tier prescribes. */
final class DoseKept extends RepeatedShare {
  static final Definition DEFINITION =
      new Definition(
          "dose_kept",
          1,
          "Weeks with the hours that the tier prescribes",
          Population.MONTH,
          "such weeks whose attended sessions, of any service, add up to the hours that the tier"
              + " prescribes at least",
          "treatment weeks that end in the month and lie in care whole, as known at the cut, in"
              + " tiers that prescribe hours; a week with an attended session of unknown minutes is"
              + " left out; tier and family involvement are those of the week's first day",
          Unit.SHARE,
          "95 %, Wilson at n over the design effect of clients",
          Direction.UP_IS_BETTER,
          "A tier is chosen for its hours: below them a client is in another treatment.",
          "Throughline measures 1.0; hours of the ASAM levels of care unless settings say"
              + " otherwise; Wilson (1927); ratio variance by Cochran (1977)");

  DoseKept() {
    super(
        DEFINITION,
        new Weeks(),
        Weeks.NAME,
        "No week of this group ended in the month in a tier that prescribes hours, with known"
            + " minutes.");
  }

  private static final class Weeks implements Counting {
    static final String NAME = "dose_kept";
    private static final int UNKNOWN = -1;
    private static final int MINUTES = 60;

    @Override
    public boolean inSeries() {
      return false;
    }

    @Override
    public void add(ClientAtCut client, Tally tally) {
      ShareCounter counter = tally.share(NAME);
      for (EpisodeOutcome episode : client.episodes()) {
        Timeline timeline = episode.timeline();
        int from = Math.max(1, client.cut().monthStart() - timeline.admittedOn());
        int to = Math.min(episode.cutDay(), episode.exit().day());
        for (int k = (from + 6) / 7; 7 * k <= to; k++) {
          int first = 7 * k - 6;
          String tier = Placements.tierOn(timeline, first);
          OptionalInt floor = tally.tiers().floorHours(tier);
          int minutes = floor.isPresent() ? minutes(timeline, first, 7 * k) : UNKNOWN;
          if (minutes != UNKNOWN) {
            int kept = minutes >= MINUTES * floor.orElse(0) ? 1 : 0;
            counter.add(tally.groups().plain(tier, timeline), kept, 1);
            counter.add(tally.groups().family(tier, episode.familyOn(first)), kept, 1);
          }
        }
      }
      counter.flush();
    }

    /** Minutes attended on the days from..to, or unknown where those of one session are. */
    private static int minutes(Timeline timeline, int from, int to) {
      int[] sessions = timeline.sessions();
      int sum = 0;
      for (int i = Sessions.firstFrom(sessions, from); i < sessions.length; i++) {
        if (Sessions.day(sessions[i]) > to) {
          break;
        }
        if (Sessions.attended(sessions[i])) {
          if (timeline.minutes()[i] < 0) {
            return UNKNOWN;
          }
          sum += timeline.minutes()[i];
        }
      }
      return sum;
    }
  }
}
