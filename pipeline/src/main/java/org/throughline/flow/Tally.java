package org.throughline.flow;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.throughline.lake.Lake;
import org.throughline.measure.MeasurePlan;
import org.throughline.measure.TallySheet;

/** Folds every client's timelines and adds up the counts, in one pass over one snapshot. */
public final class Tally {
  private static final int SHARES_OF_A_CORE = 2;

  private final JavaSparkContext context;
  private final Lake lake;
  private final Progress progress;

  public Tally(SparkSession spark, Lake lake, Progress progress) {
    context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    this.lake = lake;
    this.progress = progress;
  }

  /**
   * The counts of a month and of the series that ends with it.
   *
   * @throws UncheckedIOException if a task's counts cannot be read
   */
  public TallySheet run(MeasurePlan plan) {
    progress.step("fold timelines for " + plan.month());
    long start = System.nanoTime();
    OldTimelines timelines = Curated.files(lake);
    TallySheet sheet = new TallySheet();
    List<List<String>> shares = shares(timelines.files(), context);
    if (!shares.isEmpty()) {
      PartitionResults.forEach(
          context.parallelize(shares, shares.size()).map(new FoldFunction(timelines.table(), plan)),
          bytes -> sheet.merge(read(bytes)));
    }
    progress.rows(
        "episodes folded",
        Curated.of(lake).map(curated -> curated.number(Curate.EPISODES)).orElse(0L),
        (System.nanoTime() - start) / 1e9);
    return sheet;
  }

  /** The sites that have episodes, in order. */
  public Set<String> sites() {
    Optional<String> sites =
        Curated.of(lake).map(curated -> curated.facts().getOrDefault(Curate.SITES, ""));
    Set<String> inOrder = new TreeSet<>();
    sites.filter(text -> !text.isEmpty()).ifPresent(text -> inOrder.addAll(text.lines().toList()));
    return inOrder;
  }

  /** Whole files to tasks in turn: a client is in one file, and files are about as large. */
  static List<List<String>> shares(List<OldTimelines.OldFile> files, JavaSparkContext context) {
    int tasks = Math.min(files.size(), SHARES_OF_A_CORE * context.defaultParallelism());
    List<List<String>> shares = new ArrayList<>();
    for (int task = 0; task < tasks; task++) {
      shares.add(new ArrayList<>());
    }
    List<OldTimelines.OldFile> inOrder =
        files.stream().sorted(Comparator.comparing(OldTimelines.OldFile::path)).toList();
    for (int file = 0; file < inOrder.size(); file++) {
      shares.get(file % tasks).add(inOrder.get(file).path());
    }
    return shares;
  }

  private static TallySheet read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      return TallySheet.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException("a task's tallies cannot be read", e);
    }
  }
}
