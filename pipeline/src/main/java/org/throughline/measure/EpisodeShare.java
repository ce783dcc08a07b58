package org.throughline.measure;

import java.util.List;
import java.util.OptionalInt;
import org.throughline.figure.Definition;
import org.throughline.figure.Slice;

/**
 * A share of episodes of the cohort that is settled within some days of admission. It has no groups
 * of family involvement: those are formed at the landmark, among who is in care beyond it.
 */
abstract class EpisodeShare implements Measure {
  private final Definition definition;
  private final EpisodeShareCount count;
  private final String nobody;

  /**
   * @param definition of the only id
   * @param count what it is a share of
   * @param nobody why there is no share where nothing was counted
   */
  EpisodeShare(Definition definition, EpisodeShareCount count, String nobody) {
    this.definition = definition;
    this.count = count;
    this.nobody = nobody;
  }

  @Override
  public List<Definition> definitions() {
    return List.of(definition);
  }

  @Override
  public List<Counting> countings() {
    return List.of(count);
  }

  @Override
  public void estimate(Estimation estimation) {
    for (Slice slice : estimation.plain()) {
      long[] counts = estimation.counts().at(count.name(), slice, ShareCounter.LENGTH);
      estimation.figure(
          definition,
          OptionalInt.empty(),
          slice,
          "",
          Shares.ofEpisodes(counts, nobody),
          Shares.cells(counts));
    }
  }
}
