package org.throughline.statistics;

import java.util.List;

/** What became of fitting a Cox regression: a model, or why there is none. */
public sealed interface CoxOutcome
    permits CoxModel, CoxOutcome.Infinite, CoxOutcome.Nothing, CoxOutcome.NotConverged {

  /**
   * The likelihood grows for ever along some columns: in all risk sets those who failed had the
   * most, or the least, of them (separation). No estimate would mean anything.
   *
   * @param columns whose coefficients run away, from 0
   */
  record Infinite(List<Integer> columns) implements CoxOutcome {
    public Infinite {
      columns = List.copyOf(columns);
    }
  }

  /**
   * There is nothing to estimate: no event, or no column that varies where events happen.
   *
   * @param events of the cause
   */
  record Nothing(long events) implements CoxOutcome {}

  /**
   * No maximum was found.
   *
   * @param steps that were taken
   */
  record NotConverged(int steps) implements CoxOutcome {}
}
