package org.throughline.measure;

import java.util.List;
import org.throughline.episode.EpisodeOutcome;
import org.throughline.episode.ExitClass;
import org.throughline.episode.Sessions;
import org.throughline.figure.Slice;

/**
 * Plain shares of the cohort by site: no unplanned exit by the headline's day among episodes old
 * enough to tell, planned among known exits, and attended among scheduled sessions.
 */
final class SiteShares implements Counting {
  static final SiteShares INSTANCE = new SiteShares();

  static final String RETENTION = "site_retention";
  static final String COMPLETION = "site_completion";
  static final String ATTENDANCE = "site_attendance";

  private SiteShares() {}

  @Override
  public boolean inSeries() {
    return false;
  }

  @Override
  public void add(ClientAtCut client, Tally tally) {
    ShareCounter retention = tally.share(RETENTION);
    ShareCounter completion = tally.share(COMPLETION);
    ShareCounter attendance = tally.share(ATTENDANCE);
    List<EpisodeOutcome> episodes = client.episodes();
    for (int i = 0; i < episodes.size(); i++) {
      EpisodeOutcome episode = episodes.get(i);
      if (!episode.inCohort()) {
        continue;
      }
      Slice site = tally.groups().site(episode.timeline().site());
      if (episode.retentionCutDay() >= Horizons.HEADLINE_DAY) {
        retention.add(site, episode.leftUnplannedBy(Horizons.HEADLINE_DAY) ? 0 : 1, 1);
      }
      if (episode.exit().happened()) {
        completion.add(site, episode.exit().kind() == ExitClass.PLANNED ? 1 : 0, 1);
      }
      attendance(episode, site, attendance);
    }
    retention.flush();
    completion.flush();
    attendance.flush();
  }

  private static void attendance(EpisodeOutcome episode, Slice site, ShareCounter counter) {
    int to = Math.min(episode.cutDay(), episode.exit().knownDay());
    int[] sessions = episode.timeline().sessions();
    long attended = 0;
    long counted = 0;
    for (int i = Sessions.firstFrom(sessions, 0);
        i < sessions.length && Sessions.day(sessions[i]) <= to;
        i++) {
      if (SessionCounts.counts(sessions[i])) {
        attended += Sessions.attended(sessions[i]) ? 1 : 0;
        counted++;
      }
    }
    counter.add(site, attended, counted);
  }
}
