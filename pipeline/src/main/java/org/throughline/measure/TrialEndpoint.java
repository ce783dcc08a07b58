package org.throughline.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.throughline.episode.EpisodeOutcome;
import org.throughline.episode.SobrietyWord;
import org.throughline.figure.Definition;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;

/**
 * An endpoint of clinical trials, read from the word of an episode's first weeks alone, as a share
 * of episodes or of their weeks. It takes every episode of the cohort with that many weeks over, as
 * a trial takes all who were randomised. It has no groups of family involvement.
 */
abstract class TrialEndpoint implements Measure {
  /** Trials of 12 and of 24 weeks. */
  static final List<Integer> TRIALS = List.of(12, 24);

  /** What an episode adds above or below the line. */
  interface Reading {
    /**
     * @param word of which at least so many weeks are over
     */
    int of(SobrietyWord word, int weeks);
  }

  /** Each episode is one. */
  static final Reading EPISODE = (word, weeks) -> 1;

  private final Definition definition;
  private final String rule;
  private final Reading below;
  private final List<Words> words = new ArrayList<>();

  /**
   * @param definition of the only id
   * @param rule for missing weeks, or empty where the endpoint has one of its own
   * @param horizons after how many weeks it is read
   * @param above the line
   * @param below the line
   */
  TrialEndpoint(
      Definition definition, String rule, List<Integer> horizons, Reading above, Reading below) {
    this.definition = definition;
    this.rule = rule;
    this.below = below;
    for (int weeks : horizons) {
      words.add(new Words(definition.id() + "_" + weeks, weeks, above, below));
    }
  }

  @Override
  public final List<Definition> definitions() {
    return List.of(definition);
  }

  @Override
  public final List<Counting> countings() {
    return List.copyOf(words);
  }

  @Override
  public final void estimate(Estimation estimation) {
    for (Words counted : words) {
      String nobody =
          "No episode of the cohort has "
              + counted.weeks
              + " weeks over"
              + (below == EPISODE ? "" : " that count")
              + " and is in this group.";
      for (Slice slice : estimation.plain()) {
        long[] counts = estimation.counts().at(counted.name, slice, ShareCounter.LENGTH);
        Result share =
            below == EPISODE
                ? Shares.ofEpisodes(counts, nobody)
                : Shares.ofRepeatedUnits(counts, nobody);
        estimation.figure(
            definition, OptionalInt.of(counted.weeks), slice, rule, share, Shares.cells(counts));
      }
    }
  }

  private record Words(String name, int weeks, Reading above, Reading below) implements Counting {
    @Override
    public boolean inSeries() {
      return false;
    }

    @Override
    public void add(ClientAtCut client, Tally tally) {
      ShareCounter counter = tally.share(name);
      for (EpisodeOutcome episode : client.episodes()) {
        if (episode.inCohort() && episode.cutDay() >= 7 * weeks) {
          SobrietyWord word = episode.word();
          int units = below.of(word, weeks);
          if (units > 0) {
            counter.add(tally.groups().plain(client, episode), above.of(word, weeks), units);
          }
        }
      }
      counter.flush();
    }
  }
}
