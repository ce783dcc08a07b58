package org.throughline.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.throughline.disclosure.Computed;
import org.throughline.figure.Definition;
import org.throughline.figure.Slice;

/**
 * A share of sessions, tests or days, which repeat within a client: clustered by client, and
 * grouped by tier and family involvement on the day.
 */
abstract class RepeatedShare implements Measure {
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
  RepeatedShare(Definition definition, Counting counting, String counter, String nobody) {
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
      estimation.figure(of(estimation.counts(), slice));
    }
  }

  /** The figure from the counts of a month, with its cells. */
  final Computed.OfFigure of(Counts counts, Slice slice) {
    long[] units = counts.at(counter, slice, ShareCounter.LENGTH);
    return new Computed.OfFigure(
        Estimation.of(
            definition,
            definition.id(),
            OptionalInt.empty(),
            slice,
            "",
            definition.unit(),
            counts.cut(),
            Shares.ofRepeatedUnits(units, nobody)),
        List.of(Shares.cells(units)));
  }
}
