package org.throughline.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.throughline.figure.Definition;
import org.throughline.figure.Slice;

/** A share of the month's scheduled sessions, clustered by client. */
abstract class SessionShare implements Measure {
  private static final String NOBODY = "No session was scheduled in the month.";

  private final Definition definition;
  private final String counter;

  SessionShare(Definition definition, String counter) {
    this.definition = definition;
    this.counter = counter;
  }

  @Override
  public List<Definition> definitions() {
    return List.of(definition);
  }

  @Override
  public List<Counting> countings() {
    return List.of(SessionCounts.INSTANCE);
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
          Shares.ofRepeatedUnits(counts, NOBODY),
          Shares.cells(counts));
    }
  }

  /** The overall figure of an earlier month. */
  final void earlier(Estimation estimation, Counts earlier) {
    long[] counts = earlier.at(counter, Slice.OVERALL, ShareCounter.LENGTH);
    estimation.figure(
        Estimation.of(
            definition,
            definition.id(),
            OptionalInt.empty(),
            Slice.OVERALL,
            "",
            definition.unit(),
            earlier.cut(),
            Shares.ofRepeatedUnits(counts, NOBODY)),
        Shares.cells(counts));
  }
}
