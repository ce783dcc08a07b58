package org.throughline.measure;

import java.util.List;
import org.throughline.episode.Timeline;

/**
 * Folds one client after another into a tally. A client is given whole, with all episodes: shares
 * of sessions are clustered by client, and tests use each client's first episode.
 */
public final class ClientFold {
  private final MeasurePlan plan;
  private final TallySheet sheet = new TallySheet();

  public ClientFold(MeasurePlan plan) {
    this.plan = plan;
  }

  /**
   * Adds a client.
   *
   * @param episodes all of the client's episodes, in any order
   */
  public void add(List<Timeline> episodes) {
    if (plan.seriesMonths() > 0 && !episodes.isEmpty()) {
      sheet.add(
          new TallySheet.Key(0, "episodes", org.throughline.figure.Slice.OVERALL),
          new long[] {episodes.size()});
    }
  }

  /** The counts so far. */
  public TallySheet sheet() {
    return sheet;
  }
}
