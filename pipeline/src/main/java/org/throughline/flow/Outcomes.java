package org.throughline.flow;

import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.DataFile;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.throughline.lake.Lake;
import org.throughline.lake.LakeTable;
import org.throughline.lake.OutcomeStates;
import org.throughline.lake.TableFiles;
import org.throughline.measure.MeasurePlan;

/**
 * Writes the table {@code episode_outcomes} for a publication: one pass over the timelines that its
 * figures came from, one row per episode at its cut, one commit.
 */
public final class Outcomes {
  private final JavaSparkContext context;
  private final Lake lake;
  private final Progress progress;

  public Outcomes(SparkSession spark, Lake lake, Progress progress) {
    context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    this.lake = lake;
    this.progress = progress;
  }

  /** Writes the state of a publication, in place of one of the same month and edition. */
  public void write(MeasurePlan plan, int edition) {
    progress.step("write episode outcomes of " + plan.month());
    long start = System.nanoTime();
    OldTimelines timelines = Curated.files(lake);
    OutcomeFunction function =
        new OutcomeFunction(
            timelines.table(),
            new TableFiles(lake.table(LakeTable.EPISODE_OUTCOMES)),
            plan.month(),
            plan.rules(),
            edition);
    List<DataFile> files = new ArrayList<>();
    List<List<String>> shares = Tally.shares(timelines.files(), context);
    if (!shares.isEmpty()) {
      PartitionResults.forEach(
          context.parallelize(shares, shares.size()).map(function), files::addAll);
    }
    new OutcomeStates(lake).add(plan.month(), edition, files);
    progress.rows(
        "outcomes written",
        files.stream().mapToLong(DataFile::recordCount).sum(),
        (System.nanoTime() - start) / 1e9);
  }
}
