package org.throughline.flow;

import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.throughline.episode.Tiers;
import org.throughline.feed.Pseudonyms;
import org.throughline.lake.Lake;

/** Takes feed files into the lake. */
public final class Receive {
  public Receive(
      SparkSession spark, Lake lake, Pseudonyms pseudonyms, Tiers tiers, Progress progress) {}

  /** Takes the files; one outcome for each, in order of name. */
  public List<FileOutcome> run(ReceiveRequest request) {
    throw new UnsupportedOperationException("being written: " + request.source());
  }
}
