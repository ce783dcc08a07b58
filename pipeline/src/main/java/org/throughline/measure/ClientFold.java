package org.throughline.measure;

import java.util.ArrayList;
import java.util.Collection;
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

  private final List<List<Cut>> lines;
  private final List<Cut> cuts = new ArrayList<>();
  private final int[] reportingMonths;
  private final List<Tally> tallies = new ArrayList<>();
  private final List<List<EpisodeOutcome>> outcomes = new ArrayList<>();
  private final List<List<Counting>> countings = new ArrayList<>();

  /**
   * @param plan the month, the settings and the length of the series
   */
  public ClientFold(MeasurePlan plan) {
    this(plan, Catalogue.countings(), Otherwise.lines(plan));
  }

  /**
   * @param all what is counted
   * @param otherwise cuts under other rules, line by line
   */
  ClientFold(MeasurePlan plan, Collection<Counting> all, List<List<Cut>> otherwise) {
    lines = new ArrayList<>(List.of(plan.cuts()));
    lines.addAll(otherwise);
    reportingMonths = new int[lines.size()];
    Groups groups = new Groups(plan.groups());
    for (int line = 0; line < reportingMonths.length; line++) {
      boolean inSeries = lines.get(line).size() > 1;
      for (Cut cut : lines.get(line)) {
        cuts.add(cut);
        tallies.add(new Tally(groups, plan.tiers(), plan.days(cut)));
        outcomes.add(new ArrayList<>());
        countings.add(all.stream().filter(counting -> at(cut, inSeries, counting)).toList());
      }
      reportingMonths[line] = cuts.size() - 1;
    }
  }

  /** Whether something is counted at a cut. */
  private static boolean at(Cut cut, boolean inSeries, Counting counting) {
    if (cut.reading() == 0) {
      return cut.monthsBack() == 0 || counting.inSeries();
    }
    return (cut.monthsBack() == 0 && counting.readOtherwise())
        || (inSeries && counting.inSignals());
  }

  /**
   * Adds a client.
   *
   * @param episodes all of the client's episodes, in any order
   */
  public void add(List<Timeline> episodes) {
    List<Timeline> inOrder = new ArrayList<>(episodes);
    inOrder.sort(BY_ADMISSION);
    for (Timeline timeline : inOrder) {
      EpisodeFold.runAll(
          timeline,
          lines,
          outcome -> {
            Cut cut = outcome.cut();
            boolean signalsAlone = cut.reading() > 0 && cut.monthsBack() > 0;
            if (signalsAlone ? Signal.looksAt(outcome) : outcome.matters()) {
              outcomes.get(reportingMonths[cut.reading()] - cut.monthsBack()).add(outcome);
            }
          });
    }
    for (int i = 0; i < outcomes.size(); i++) {
      List<EpisodeOutcome> known = outcomes.get(i);
      if (!known.isEmpty()) {
        ClientAtCut client = new ClientAtCut(cuts.get(i), known);
        List<Counting> counted = countings.get(i);
        for (int c = 0; c < counted.size(); c++) {
          counted.get(c).add(client, tallies.get(i));
        }
        known.clear();
      }
    }
  }

  /** The counts so far. */
  public TallySheet sheet() {
    TallySheet sheet = new TallySheet();
    for (int i = 0; i < cuts.size(); i++) {
      tallies.get(i).drainTo(sheet, cuts.get(i).number());
    }
    return sheet;
  }
}
