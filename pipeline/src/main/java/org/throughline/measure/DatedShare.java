package org.throughline.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.throughline.figure.Definition;
import org.throughline.figure.Slice;

/**
 * A share of events that most clients have once if at all, with a Wilson interval, grouped by tier
 * and family involvement on the day of the event.
 */
abstract class DatedShare implements Measure {
  private final Definition definition;
  private final Counting counting;
  private final String counter;
  private final String nobody;

  /**
   * @param definition of the only id
   * @param counting what counts it
   * @param counter its name there
   * @param nobody why there is no share where nothing was counted
   */
  DatedShare(Definition definition, Counting counting, String counter, String nobody) {
    this.definition = definition;
    this.counting = counting;
    this.counter = counter;
    this.nobody = nobody;
  }

  @Override
  public List<Definition> definitions() {
    return List.of(definition);
  }

  @Override
  public List<Counting> countings() {
    return List.of(counting);
  }

  @Override
  public void estimate(Estimation estimation) {
    List<Slice> slices = new ArrayList<>(estimation.plain());
    slices.addAll(estimation.byInvolvement());
    for (Slice slice : slices) {
      long[] counts = estimation.counts().at(counter, slice, ShareCounter.LENGTH);
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
