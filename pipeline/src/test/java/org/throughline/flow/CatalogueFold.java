package org.throughline.flow;

import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.sql.SparkSession;
import org.throughline.episode.EpisodeColumn;
import org.throughline.episode.FoldRules;
import org.throughline.episode.Tiers;
import org.throughline.lake.Lake;
import org.throughline.lake.TableFiles;
import org.throughline.measure.ClientFold;
import org.throughline.measure.FirstMeasures;
import org.throughline.measure.MeasurePlan;

/** Folds the files of timelines as {@link FoldFunction} does, with more or fewer measures. */
final class CatalogueFold implements Function<List<String>, Integer> {
  private static final long serialVersionUID = 1L;

  /** What is counted. */
  enum Which {
    FIRST_MEASURES,
    WHOLE,
    WHOLE_WITH_ALL_GROUPS
  }

  private final TableFiles table;
  private final YearMonth month;
  private final int seriesMonths;
  private final Which which;

  private CatalogueFold(TableFiles table, YearMonth month, int seriesMonths, Which which) {
    this.table = table;
    this.month = month;
    this.seriesMonths = seriesMonths;
    this.which = which;
  }

  /**
   * Reads and folds all timelines.
   *
   * @return counters of all partitions
   */
  static int run(SparkSession spark, Lake lake, YearMonth month, int seriesMonths, Which which) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    OldTimelines timelines = Curated.files(lake);
    List<List<String>> shares = Tally.shares(timelines.files(), context);
    return context
        .parallelize(shares, shares.size())
        .map(new CatalogueFold(timelines.table(), month, seriesMonths, which))
        .reduce(Integer::sum);
  }

  @Override
  public Integer call(List<String> files) throws IOException {
    MeasurePlan plan = new MeasurePlan(month, FoldRules.DEFAULT, Tiers.asam(), seriesMonths);
    ClientFold fold =
        switch (which) {
          case FIRST_MEASURES -> FirstMeasures.fold(plan);
          case WHOLE -> new ClientFold(plan);
          case WHOLE_WITH_ALL_GROUPS ->
              new ClientFold(
                  new MeasurePlan(
                      month,
                      plan.rules(),
                      plan.tiers(),
                      seriesMonths,
                      List.of(EpisodeColumn.values())));
        };
    Clients.forEach(table, files, fold::add);
    return fold.sheet().counts().size();
  }
}
