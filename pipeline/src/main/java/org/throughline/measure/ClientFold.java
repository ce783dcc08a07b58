package org.throughline.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.throughline.episode.Cut;
import org.throughline.episode.EpisodeFold;
import org.throughline.episode.EpisodeOutcome;
import org.throughline.episode.Timeline;

/**
 * Folds one client after another into a tally. A client is given whole, with all episodes: shares
 * of sessions are clustered by client, and tests use each client's first episode.
 */
public final class ClientFold {
  static final Comparator<Timeline> BY_ADMISSION =
      Comparator.comparingInt(Timeline::admittedOn)
          .thenComparing(Timeline::site)
          .thenComparing(Timeline::tier)
          .thenComparingLong(Timeline::episodeKey);

  private final List<Cut> cuts;
  private final List<Tally> tallies = new ArrayList<>();
  private final List<List<EpisodeOutcome>> outcomes = new ArrayList<>();
  private final List<Counting> countings;
  private final List<Counting> seriesCountings;
  private final List<Counting> otherwiseCountings;
  private final int months;

  /**
   * @param plan the month, the settings and the length of the series
   */
  public ClientFold(MeasurePlan plan) {
    List<Cut> all = new ArrayList<>(plan.cuts());
    months = all.size();
    all.addAll(Otherwise.cuts(plan));
    this.cuts = List.copyOf(all);
    this.countings = List.copyOf(Catalogue.countings());
    this.seriesCountings = countings.stream().filter(Counting::inSeries).toList();
    this.otherwiseCountings = countings.stream().filter(Counting::readOtherwise).toList();
    Groups groups = new Groups(plan.groups());
    for (Cut cut : cuts) {
      tallies.add(new Tally(groups, plan.tiers(), plan.days(cut)));
      outcomes.add(new ArrayList<>());
    }
  }

  /**
   * Adds a client.
   *
   * @param episodes all of the client's episodes, in any order
   */
  public void add(List<Timeline> episodes) {
    List<Timeline> inOrder = new ArrayList<>(episodes);
    inOrder.sort(BY_ADMISSION);
    int back = months - 1;
    for (Timeline timeline : inOrder) {
      EpisodeFold.run(
          timeline,
          cuts,
          outcome -> {
            if (outcome.matters()) {
              outcomes.get(back - outcome.cut().monthsBack()).add(outcome);
            }
          });
    }
    for (int i = 0; i < cuts.size(); i++) {
      List<EpisodeOutcome> known = outcomes.get(i);
      if (!known.isEmpty()) {
        ClientAtCut client = new ClientAtCut(cuts.get(i), known);
        for (Counting counting : countings(client)) {
          counting.add(client, tallies.get(i));
        }
        known.clear();
      }
    }
  }

  private List<Counting> countings(ClientAtCut client) {
    if (client.inFull()) {
      return countings;
    }
    return client.readOtherwise() ? otherwiseCountings : seriesCountings;
  }

  /** The counts so far. */
  public TallySheet sheet() {
    TallySheet sheet = new TallySheet();
    for (int i = 0; i < cuts.size(); i++) {
      tallies.get(i).drainTo(sheet, cuts.get(i).monthsBack());
    }
    return sheet;
  }
}
