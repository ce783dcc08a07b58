package org.throughline.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.throughline.episode.EpisodeOutcome;
import org.throughline.episode.ExitClass;
import org.throughline.episode.SobrietyWord;
import org.throughline.figure.Definition;
import org.throughline.figure.Direction;
import org.throughline.figure.Population;
import org.throughline.figure.Slice;
import org.throughline.figure.Unit;

/** The share of planned exits that were sober in their last weeks of care. */
final class SoberAtCompletion implements Measure {
  private static final int WEEKS = 4;

  static final Definition DEFINITION =
      new Definition(
          "sober_at_completion",
          1,
          "Sober in the last four weeks before completing",
          Population.COHORT,
          "worst: the last four weeks that were over at the exit all sober; best: none of them with"
              + " use; observed: no use among the observed ones",
          "planned exits by the cut of stays of 28 days or more; observed: with at least one of the"
              + " four weeks observed; landmark family groups: where all four begin after the"
              + " landmark",
          Unit.SHARE,
          "95 %, Wilson; bounds are the values under the rules observed and best",
          Direction.UP_IS_BETTER,
          "Finishing the plan and being sober are two things; the best is both.",
          "Throughline measures 1.0; missing as use is the convention of the NIDA Clinical Trials"
              + " Network");

  private static final MissingRules RULES = new MissingRules("sober_at_completion");
  private static final Counting COUNTING = new LastWeeks();
  private static final String NOBODY =
      "Nobody of this group has completed after a stay of 28 days or more.";

  @Override
  public List<Definition> definitions() {
    return List.of(DEFINITION);
  }

  @Override
  public List<Counting> countings() {
    return List.of(COUNTING);
  }

  @Override
  public void estimate(Estimation estimation) {
    List<Slice> slices = new ArrayList<>(estimation.plain());
    slices.addAll(estimation.byLandmark());
    for (Slice slice : slices) {
      estimation.figure(
          DEFINITION,
          OptionalInt.empty(),
          slice,
          "worst",
          RULES.share(estimation.counts(), slice, NOBODY),
          RULES.cells(estimation.counts(), slice));
    }
  }

  private static final class LastWeeks implements Counting {
    @Override
    public boolean inSeries() {
      return false;
    }

    @Override
    public void add(ClientAtCut client, Tally tally) {
      for (EpisodeOutcome episode : client.episodes()) {
        int last = episode.exit().day() / 7;
        if (!episode.inCohort()
            || !episode.exit().happened()
            || episode.exit().kind() != ExitClass.PLANNED
            || last < WEEKS) {
          continue;
        }
        SobrietyWord word = episode.word();
        int first = last - WEEKS + 1;
        RULES.count(tally, word, first, last, tally.groups().plain(client, episode));
        if (first >= ContinuousWeeks.firstWeekAfter(episode.rules().landmarkDay())) {
          List<Slice> family =
              tally.groups().family(episode.timeline().tier(), episode.landmarkGroup());
          RULES.count(tally, word, first, last, family);
        }
      }
      RULES.flush(tally);
    }
  }
}
