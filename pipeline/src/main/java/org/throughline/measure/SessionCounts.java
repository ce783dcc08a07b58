package org.throughline.measure;

import java.util.List;
import org.throughline.episode.EpisodeOutcome;
import org.throughline.episode.FamilyGroup;
import org.throughline.episode.Placements;
import org.throughline.episode.Sessions;
import org.throughline.figure.Slice;

/**
 * Scheduled sessions of the month, from day 0 to the day on which the exit was known: kept ones and
 * no-shows among those attended, not shown up for, or cancelled by the client. Unscheduled contacts
 * are left out. Tier and family involvement are those of the day.
 */
final class SessionCounts implements Counting {
  static final SessionCounts INSTANCE = new SessionCounts();
  static final String ATTENDED = "sessions_attended";
  static final String NO_SHOW = "sessions_no_show";

  private SessionCounts() {}

  @Override
  public boolean inSeries() {
    return true;
  }

  @Override
  public boolean readOtherwise() {
    return true;
  }

  @Override
  public boolean inSignals() {
    return true;
  }

  @Override
  public void add(ClientAtCut client, Tally tally) {
    ShareCounter attended = tally.share(ATTENDED);
    ShareCounter noShow = tally.share(NO_SHOW);
    for (EpisodeOutcome episode : client.episodes()) {
      int from = Math.max(0, client.cut().monthStart() - episode.timeline().admittedOn());
      int to = Math.min(episode.cutDay(), episode.exit().knownDay());
      int[] sessions = episode.timeline().sessions();
      for (int i = Sessions.firstFrom(sessions, from); i < sessions.length; i++) {
        int session = sessions[i];
        int day = Sessions.day(session);
        if (day > to) {
          break;
        }
        if (counts(session)) {
          List<Slice> plain;
          if (client.inFull()) {
            String tier = Placements.tierOn(episode.timeline(), day);
            plain = tally.groups().plain(tier, episode.timeline());
            FamilyGroup family = episode.familyOn(day);
            List<Slice> byFamily = tally.groups().family(tier, family);
            attended.add(byFamily, Sessions.attended(session) ? 1 : 0, 1);
            noShow.add(byFamily, Sessions.status(session) == Sessions.NO_SHOW ? 1 : 0, 1);
          } else if (client.readOtherwise()) {
            plain = tally.groups().overallAndTier(Placements.tierOn(episode.timeline(), day));
          } else {
            plain = tally.groups().plain(client, episode);
          }
          attended.add(plain, Sessions.attended(session) ? 1 : 0, 1);
          noShow.add(plain, Sessions.status(session) == Sessions.NO_SHOW ? 1 : 0, 1);
        }
      }
    }
    attended.flush();
    noShow.flush();
  }

  /** Whether a session is one of those of which attendance is a share. */
  static boolean counts(int session) {
    int status = Sessions.status(session);
    return Sessions.service(session) != Sessions.UNSCHEDULED_SERVICE
        && (status == Sessions.ATTENDED
            || status == Sessions.NO_SHOW
            || status == Sessions.CANCELLED_BY_CLIENT);
  }
}
