package org.throughline.flow;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.throughline.episode.FoldRules;
import org.throughline.episode.Tiers;
import org.throughline.feed.SourceProfile;
import org.throughline.lake.Lake;
import org.throughline.lake.LakeTable;
import org.throughline.measure.MeasurePlan;
import org.throughline.sampledata.simulator.Simulation;
import org.throughline.sampledata.simulator.SimulationSettings;

/**
 * Times the way from feeds of many check-ins to tallies, beside DuckDB on the same files in the
 * same run. No test: {@code mvn -Pbenchmarks}, see CONTRIBUTING.md.
 *
 * <p>A simulated program delivers 24 months of three sites. First its roster and check-ins are
 * received and curated, then one row more, then all other feeds, which the fold needs. Each round
 * has a home of its own; the first one starts cold, DuckDB too.
 */
public final class FlowBenchmark {
  private static final OperatingSystemMXBean MACHINE =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private static final int MONTHS = 24;
  private static final int SITES = 3;
  private static final double CHECKINS_PER_WEEK = 5;
  private static final int CLIENTS_OF_A_TRIAL = 1_000;

  private final Path folder;
  private final Path feeds;

  FlowBenchmark(Path folder, Path feeds) {
    this.folder = folder;
    this.feeds = feeds;
  }

  /**
   * @param args a folder that is not there yet, about how many check-ins, and how many rounds
   */
  public static void main(String[] args) throws IOException, SQLException {
    Path folder = Path.of(args[0]);
    if (Files.exists(folder)) {
      throw new IOException(folder + " is there already: name a folder that is not");
    }
    Files.createDirectories(folder);
    try {
      new FlowBenchmark(folder, folder.resolve("feeds"))
          .run(Long.parseLong(args[1]), Integer.parseInt(args[2]));
    } finally {
      remove(folder);
    }
  }

  private void run(long checkins, int rounds) throws IOException, SQLException {
    simulate(checkins);
    System.out.printf(
        Locale.ROOT,
        "%,d check-ins in %,.0f MB of CSV, %d processors, %,d MB of heap%n",
        rows(files("checkins")),
        megabytes(files("checkins")),
        Runtime.getRuntime().availableProcessors(),
        Runtime.getRuntime().maxMemory() >> 20);
    for (int round = 1; round <= rounds; round++) {
      System.out.println("round " + round);
      Path home = folder.resolve("home-" + round);
      round(home);
      remove(home);
    }
  }

  void round(Path home) throws SQLException, IOException {
    SparkSession spark =
        SparkSessions.local(
            home,
            Map.of(
                "spark.master", "local[2]", "spark.local.dir", folder.resolve("work").toString()));
    spark.sparkContext().setLogLevel("ERROR");
    Lake lake = Lake.open(spark, SparkSessions.CATALOG);
    Path one = folder.resolve("2025-06");
    try {
      receive(spark, lake, files("episodes"));
      Took receive = timed("receive", () -> receive(spark, lake, files("checkins")));
      Took curate = timed("curate", () -> curate(spark, lake));
      Files.createDirectories(one);
      Files.writeString(
          one.resolve("checkins-more.csv"),
          "checkin_id,episode_id,checkin_on,reported_use\nnew,"
              + anEpisode()
              + ",2025-06-30,used\n");
      timed("receive of one row", () -> receive(spark, lake, List.of(one)));
      timed("curate after one row", () -> curate(spark, lake));
      List<Path> others =
          Stream.of("attendance", "placements", "relapses")
              .flatMap(f -> files(f).stream())
              .toList();
      timed("receive of other feeds", () -> receive(spark, lake, others));
      timed("curate of all feeds", () -> curate(spark, lake));
      MeasurePlan plan =
          new MeasurePlan(YearMonth.of(2025, 6), FoldRules.DEFAULT, Tiers.asam(), MONTHS);
      for (String which : List.of("cold", "warm", "warm")) {
        timed(
            "fold of all feeds, " + which,
            () -> new Tally(spark, lake, Progress.SILENT).run(plan).counts().size());
      }
      catalogues(spark, lake);
      for (String which : List.of("cold", "warm", "warm")) {
        timed("episode outcomes, " + which, () -> outcomes(spark, lake, plan));
      }
      try (DuckRows duck = new DuckRows(home.resolve("duck"))) {
        Took copy = timed("DuckDB COPY", () -> duck.copy(files("checkins")));
        ratio("receive", receive, copy, 1.6);
        Took list = timed("DuckDB list(… ORDER BY …)", duck::list);
        ratio("curate", curate, list, 1.0);
      }
    } finally {
      spark.stop();
      remove(one);
    }
  }

  /**
   * The whole catalogue beside the first measures, in turn on the same files; the first is cold.
   */
  private static void catalogues(SparkSession spark, Lake lake) {
    Map<CatalogueFold.Which, Took> sums = new EnumMap<>(CatalogueFold.Which.class);
    for (String turn : List.of("cold", "warm", "warm", "warm")) {
      for (CatalogueFold.Which which : CatalogueFold.Which.values()) {
        Took took =
            timed(
                which + ", " + turn,
                () -> CatalogueFold.run(spark, lake, YearMonth.of(2025, 6), MONTHS, which));
        if (turn.equals("warm")) {
          sums.merge(which, took, Took::plus);
        }
      }
    }
    Took first = sums.getOrDefault(CatalogueFold.Which.FIRST_MEASURES, new Took(0, 0));
    sums.forEach(
        (which, took) ->
            System.out.printf(
                Locale.ROOT,
                "  fold, %s : first measures = %.2f by the clock, %.2f by processors (target 1.5)%n",
                which,
                took.seconds / first.seconds,
                took.processor / first.processor));
  }

  private static void ratio(String what, Took ours, Took theirs, double target) {
    System.out.printf(
        Locale.ROOT,
        "  %s : DuckDB = %.2f by the clock, %.2f by processors (target %.1f)%n",
        what,
        ours.seconds / theirs.seconds,
        ours.processor / theirs.processor,
        target);
  }

  private static Object receive(SparkSession spark, Lake lake, List<Path> paths) {
    return new Receive(spark, lake, TestHome.PSEUDONYMS, Tiers.asam(), new Printed())
            .run(
                new ReceiveRequest(
                    "canonical",
                    SourceProfile.canonical(),
                    Optional.empty(),
                    LocalDate.of(2025, 7, 5),
                    paths))
            .stream()
            .mapToLong(outcome -> outcome.summary().read())
            .sum();
  }

  private static Object curate(SparkSession spark, Lake lake) {
    CurateOutcome outcome = new Curate(spark, lake, new Printed()).run();
    return outcome.events() + " events, touched " + outcome.touched() + " episodes";
  }

  private static Object outcomes(SparkSession spark, Lake lake, MeasurePlan plan) {
    new Outcomes(spark, lake, Progress.SILENT).write(plan, 1);
    return lake.table(LakeTable.EPISODE_OUTCOMES).currentSnapshot().summary().get("total-records");
  }

  private String anEpisode() throws IOException {
    try (Stream<String> lines = Files.lines(files("episodes").get(0))) {
      return lines.skip(1).findFirst().orElseThrow().split(",")[0];
    }
  }

  void simulate(long checkins) throws IOException {
    Path trial = folder.resolve("trial");
    Simulation.run(settings(CLIENTS_OF_A_TRIAL, trial));
    long found = rows(files(trial, "checkins"));
    remove(trial);
    Simulation.run(settings(Math.toIntExact(checkins * CLIENTS_OF_A_TRIAL / found), feeds));
  }

  private static SimulationSettings settings(int clients, Path out) {
    return SimulationSettings.of(clients, MONTHS, 1, out)
        .withSites(SITES)
        .withCheckinsPerWeek(CHECKINS_PER_WEEK)
        .withDirt(SimulationSettings.Dirt.NONE)
        .withPacking(SimulationSettings.Packing.PLAIN);
  }

  private List<Path> files(String feed) {
    return files(feeds, feed);
  }

  private static List<Path> files(Path folder, String feed) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.getFileName().toString().startsWith(feed + "-"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long rows(List<Path> files) throws IOException {
    long rows = 0;
    for (Path file : files) {
      try (Stream<String> lines = Files.lines(file)) {
        rows += lines.count() - 1;
      }
    }
    return rows;
  }

  private static double megabytes(List<Path> files) throws IOException {
    long bytes = 0;
    for (Path file : files) {
      bytes += Files.size(file);
    }
    return bytes / 1e6;
  }

  /**
   * What a piece of work took.
   *
   * @param seconds by the clock
   * @param processor seconds of all processors, which say more where others use the machine too
   */
  private record Took(double seconds, double processor) {
    Took plus(Took other) {
      return new Took(seconds + other.seconds, processor + other.processor);
    }
  }

  private interface Work {
    Object run() throws IOException, SQLException;
  }

  private static Took timed(String what, Work work) {
    long start = System.nanoTime();
    long processor = MACHINE.getProcessCpuTime();
    Object result;
    try {
      result = work.run();
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(what + " failed", e);
    }
    Took took =
        new Took(
            (System.nanoTime() - start) / 1e9, (MACHINE.getProcessCpuTime() - processor) / 1e9);
    System.out.printf(
        Locale.ROOT,
        "  %-28s %6.2f s  processors %6.2f s  load %4.1f  %s%n",
        what,
        took.seconds,
        took.processor,
        MACHINE.getSystemLoadAverage(),
        result);
    return took;
  }

  private static final class Printed implements Progress {
    @Override
    public void step(String name) {}

    @Override
    public void rows(String what, long rows, double seconds) {
      System.out.printf(Locale.ROOT, "    %s: %,d in %.2f s%n", what, rows, seconds);
    }
  }

  static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
