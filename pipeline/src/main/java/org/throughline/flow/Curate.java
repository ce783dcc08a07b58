package org.throughline.flow;

import org.apache.spark.sql.SparkSession;
import org.throughline.lake.Lake;

/** Makes timelines of the current rows. */
public final class Curate {
  public Curate(SparkSession spark, Lake lake, Progress progress) {}

  /** Brings {@code timelines} up to the ledger; does nothing where it is. */
  public CurateOutcome run() {
    throw new UnsupportedOperationException("being written");
  }
}
