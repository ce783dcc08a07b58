package org.throughline.flow;

import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.throughline.lake.Lake;
import org.throughline.measure.MeasurePlan;
import org.throughline.measure.TallySheet;

/** Folds every client's timelines and adds up the counts, in one pass over one snapshot. */
public final class Tally {
  public Tally(SparkSession spark, Lake lake, Progress progress) {}

  /** The counts of a month and of the series that ends with it. */
  public TallySheet run(MeasurePlan plan) {
    throw new UnsupportedOperationException("being written: " + plan.month());
  }

  /** The sites that have episodes, in order. */
  public Set<String> sites() {
    throw new UnsupportedOperationException("being written");
  }
}
