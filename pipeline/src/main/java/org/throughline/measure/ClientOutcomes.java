package org.throughline.measure;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.throughline.episode.Cut;
import org.throughline.episode.EpisodeFacts;
import org.throughline.episode.EpisodeFold;
import org.throughline.episode.EpisodeOutcome;
import org.throughline.episode.FoldRules;
import org.throughline.episode.Timeline;

/** Tells of each client's episodes what is known of them at the end of a month. */
public final class ClientOutcomes {
  /** The month before tells who came back. */
  private static final int CUTS = 2;

  private final List<Cut> cuts;
  private final int edition;
  private final Consumer<EpisodeFacts> sink;
  private int inCohort;

  /**
   * @param month the reporting month
   * @param edition of its publication
   * @param sink receives every episode that was admitted by the cut, ended long ago or not
   */
  public ClientOutcomes(
      YearMonth month, FoldRules rules, int edition, Consumer<EpisodeFacts> sink) {
    cuts = Cut.series(month, CUTS, rules);
    this.edition = edition;
    this.sink = sink;
  }

  /**
   * Tells of a client.
   *
   * @param episodes all of the client's episodes, in any order
   */
  public void add(List<Timeline> episodes) {
    List<Timeline> inOrder = new ArrayList<>(episodes);
    inOrder.sort(ClientFold.BY_ADMISSION);
    inCohort = 0;
    inOrder.forEach(timeline -> EpisodeFold.run(timeline, cuts, this::take));
  }

  private void take(EpisodeOutcome outcome) {
    if (outcome.cut().monthsBack() > 0) {
      return;
    }
    sink.accept(new EpisodeFacts(outcome, edition, outcome.inCohort() ? ++inCohort : 0));
  }
}
