package org.throughline.flow;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.throughline.episode.FoldRules;
import org.throughline.episode.Tiers;
import org.throughline.feed.SourceProfile;
import org.throughline.lake.Lake;
import org.throughline.measure.MeasurePlan;

/**
 * Times the way from one large file of check-ins to tallies. No test: run {@code main} with the
 * test class path, {@code -Xmx2g} and the opens of the parent pom; arguments are an empty folder
 * and the number of check-ins.
 */
public final class FlowBenchmark {
  private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);

  private FlowBenchmark() {}

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    int checkins = Integer.parseInt(args[1]);
    Path feeds = folder.resolve("2025-12");
    if (!Files.exists(feeds)) {
      Files.createDirectories(feeds);
      write(feeds, checkins);
    }
    SparkSession spark =
        SparkSessions.local(folder.resolve("home"), Map.of("spark.master", "local[2]"));
    spark.sparkContext().setLogLevel("ERROR");
    Lake lake = Lake.open(spark, SparkSessions.CATALOG);
    Progress progress = new Printed();
    for (String file : List.of("episodes.csv", "checkins.csv")) {
      timed(
          "receive " + file,
          () ->
              new Receive(spark, lake, TestHome.PSEUDONYMS, Tiers.asam(), progress)
                  .run(
                      new ReceiveRequest(
                          "canonical",
                          SourceProfile.canonical(),
                          Optional.empty(),
                          LocalDate.of(2026, 1, 5),
                          List.of(feeds.resolve(file))))
                  .get(0)
                  .summary());
    }
    timed("curate", () -> new Curate(spark, lake, progress).run());
    Path more = feeds.resolve("checkins-more.csv");
    Files.writeString(more, "checkin_id,episode_id,checkin_on,reported_use\nnew,e7,2024-01-01,used\n");
    timed(
        "receive one row",
        () ->
            new Receive(spark, lake, TestHome.PSEUDONYMS, Tiers.asam(), progress)
                .run(
                    new ReceiveRequest(
                        "canonical",
                        SourceProfile.canonical(),
                        Optional.empty(),
                        LocalDate.of(2026, 1, 5),
                        List.of(more)))
                .get(0)
                .status());
    timed("curate after one row", () -> new Curate(spark, lake, progress).run());
    MeasurePlan plan =
        new MeasurePlan(YearMonth.of(2025, 12), FoldRules.DEFAULT, Tiers.asam(), 24);
    for (int i = 0; i < 3; i++) {
      timed("fold", () -> new Tally(spark, lake, progress).run(plan).counts().size());
    }
    spark.stop();
  }

  private interface Work {
    Object run();
  }

  private static void timed(String what, Work work) {
    long start = System.nanoTime();
    Object result = work.run();
    System.out.printf(
        Locale.ROOT, "%-24s %6.2f s  %s%n", what, (System.nanoTime() - start) / 1e9, result);
  }

  private static final class Printed implements Progress {
    @Override
    public void step(String name) {
      System.out.println("  " + name);
    }

    @Override
    public void rows(String what, long rows, double seconds) {
      System.out.printf(
          Locale.ROOT, "  %s: %,d in %.2f s, %,.0f a second%n", what, rows, seconds, rows / seconds);
    }
  }

  private static void write(Path feeds, int checkins) throws IOException {
    Random random = new Random(1);
    int episodes = Math.max(1, checkins / 143);
    try (BufferedWriter out = Files.newBufferedWriter(feeds.resolve("episodes.csv"))) {
      out.write("episode_id,client_id,site,admitted_on,discharged_on,discharge_reason,tier\n");
      for (int e = 0; e < episodes; e++) {
        out.write("e" + e + ",c" + e * 4L / 5 + ",site-" + e % 20 + "," + day(e) + ",,,OP\n");
      }
    }
    String[] reported = {"none", "none", "none", "used", "declined", ""};
    String[] tests = {"negative", "", "positive", "negative"};
    try (BufferedWriter out =
        Files.newBufferedWriter(feeds.resolve("checkins.csv"), StandardCharsets.UTF_8)) {
      out.write("checkin_id,episode_id,checkin_on,reported_use,test_result,role_kept,craving\n");
      for (int i = 0; i < checkins; i++) {
        int episode = random.nextInt(episodes);
        String said = reported[random.nextInt(reported.length)];
        String test = said.isEmpty() ? "negative" : tests[random.nextInt(tests.length)];
        out.write(
            "chk-%09d,e%d,%s,%s,%s,yes,%d%n"
                .formatted(
                    i,
                    episode,
                    day(episode).plusDays(random.nextInt(180)),
                    said,
                    test,
                    random.nextInt(11))
                .replace("\r", ""));
      }
    }
  }

  private static LocalDate day(int episode) {
    return FIRST.plusDays(episode % 900);
  }
}
