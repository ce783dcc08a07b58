package org.throughline.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.throughline.episode.ExitClass;
import org.throughline.figure.Definition;
import org.throughline.figure.Direction;
import org.throughline.figure.Population;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;
import org.throughline.figure.Unit;

/** Exits that became known in the month, in all and by class. */
final class Exits implements Measure {
  static final Definition DEFINITION = definition("exits", "Exits", "all classes");

  private static final List<Definition> BY_CLASS =
      List.of(
          definition("exits_planned", "Exits: completed", "discharge reason completed"),
          definition("exits_transferred", "Exits: transferred", "discharge reason transferred"),
          definition(
              "exits_unplanned",
              "Exits: unplanned",
              "discharge reason left or administrative, or inferred from silence"),
          definition(
              "exits_other", "Exits: other", "discharge reason incarcerated, deceased or other"));

  private static Definition definition(String id, String label, String which) {
    return new Definition(
        id,
        1,
        label,
        Population.MONTH,
        "exits that became known in the month: " + which,
        "none",
        Unit.COUNT,
        "none: a count",
        Direction.NEITHER,
        "Who left, and how.",
        "Throughline measures 1.0");
  }

  @Override
  public List<Definition> definitions() {
    List<Definition> all = new ArrayList<>();
    all.add(DEFINITION);
    all.addAll(BY_CLASS);
    return all;
  }

  @Override
  public List<Counting> countings() {
    return List.of(ExitCounts.INSTANCE);
  }

  @Override
  public void estimate(Estimation estimation) {
    List<Slice> slices = new ArrayList<>(estimation.plain());
    slices.addAll(estimation.byLandmark());
    for (Slice slice : slices) {
      for (ExitClass kind : ExitClass.values()) {
        long[] counts = estimation.counts().at(ExitCounts.name(kind), slice, ShareCounter.LENGTH);
        if (kind == ExitClass.PLANNED) {
          estimation.figure(
              DEFINITION,
              OptionalInt.empty(),
              slice,
              "",
              new Result.Count(counts[ShareCounter.DENOMINATOR]),
              counts[ShareCounter.CLIENTS]);
        }
        estimation.figure(
            BY_CLASS.get(kind.cause()),
            OptionalInt.empty(),
            slice,
            "",
            new Result.Count(counts[ShareCounter.NUMERATOR]),
            counts[ShareCounter.CLIENTS_ABOVE]);
      }
    }
  }
}
