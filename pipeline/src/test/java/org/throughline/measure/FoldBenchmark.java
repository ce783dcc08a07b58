package org.throughline.measure;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.throughline.episode.Checkins;
import org.throughline.episode.EpisodeColumn;
import org.throughline.episode.FoldRules;
import org.throughline.episode.Relapses;
import org.throughline.episode.Sessions;
import org.throughline.episode.Tiers;
import org.throughline.episode.Timeline;

/**
 * Times the fold alone, 24 months, on two threads: no Spark, no files; the first eleven measures,
 * the whole catalogue, and the same with all columns as groups, in turn. No test: run {@code main}
 * with the test class path and {@code -Xmx2g}; the argument is the number of check-ins. Two
 * programs: one of check-ins alone (that of {@code FlowBenchmark}), and one with as many check-ins
 * and sessions, family contacts, changes of tier and relapses beside them.
 */
public final class FoldBenchmark {
  private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);
  private static final int PER_EPISODE = 143;
  private static final int THREADS = 2;
  private static final int ROUNDS = 5;
  private static final int[] NONE = {};

  private FoldBenchmark() {}

  public static void main(String[] args) {
    int episodes = Integer.parseInt(args[0]) / PER_EPISODE;
    MeasurePlan plan = new MeasurePlan(YearMonth.of(2025, 12), FoldRules.DEFAULT, Tiers.asam(), 24);
    MeasurePlan grouped =
        new MeasurePlan(
            plan.month(),
            plan.rules(),
            plan.tiers(),
            plan.seriesMonths(),
            List.of(EpisodeColumn.values()));
    for (boolean all : new boolean[] {false, true}) {
      List<List<Timeline>> clients = clients(episodes, all);
      System.out.println(all ? "all feeds" : "check-ins alone");
      for (int i = 0; i < ROUNDS; i++) {
        double first = seconds(clients, () -> FirstMeasures.fold(plan));
        double whole = seconds(clients, () -> new ClientFold(plan));
        double groups = seconds(clients, () -> new ClientFold(grouped));
        System.out.printf(
            Locale.ROOT,
            "  first measures %.2f s, whole catalogue %.2f s (%.2f times), and all columns as"
                + " groups %.2f s (%.2f times)%n",
            first,
            whole,
            whole / first,
            groups,
            groups / first);
      }
    }
  }

  private static double seconds(List<List<Timeline>> clients, Supplier<ClientFold> folds) {
    long start = System.nanoTime();
    List<CompletableFuture<Integer>> parts = new ArrayList<>();
    for (int t = 0; t < THREADS; t++) {
      int from = clients.size() * t / THREADS;
      int to = clients.size() * (t + 1) / THREADS;
      parts.add(
          CompletableFuture.supplyAsync(
              () -> {
                ClientFold fold = folds.get();
                clients.subList(from, to).forEach(fold::add);
                return fold.sheet().counts().size();
              }));
    }
    parts.forEach(CompletableFuture::join);
    return (System.nanoTime() - start) / 1e9;
  }

  private static List<List<Timeline>> clients(int episodes, boolean all) {
    Random random = new Random(1);
    List<List<Timeline>> clients = new ArrayList<>();
    for (int e = 0; e < episodes; e++) {
      Timeline timeline = timeline(e, random, all);
      if (e > 0 && e * 4L / 5 == (e - 1) * 4L / 5) {
        clients.get(clients.size() - 1).add(timeline);
      } else {
        clients.add(new ArrayList<>(List.of(timeline)));
      }
    }
    return clients;
  }

  private static Timeline timeline(int e, Random random, boolean all) {
    int[] checkins = new int[PER_EPISODE];
    for (int i = 0; i < PER_EPISODE; i++) {
      int said = random.nextInt(20);
      checkins[i] =
          Checkins.pack(
              random.nextInt(180),
              said == 0 ? 1 : said < 15 ? 0 : -1,
              said < 15 ? -1 : said == 19 ? random.nextInt(4) : 0,
              1,
              random.nextInt(11));
    }
    Arrays.sort(checkins);
    int[] sessions = NONE;
    int[] relapses = NONE;
    int[] ends = NONE;
    if (all) {
      sessions = new int[60];
      for (int i = 0; i < sessions.length; i++) {
        int service = random.nextInt(20) == 0 ? Sessions.FAMILY_SERVICE : 0;
        sessions[i] =
            Sessions.pack(random.nextInt(150), service, random.nextInt(4) == 0 ? 1 : 0, 0, 0);
      }
      Arrays.sort(sessions);
      if (e % 3 == 0) {
        int day = random.nextInt(120);
        relapses = new int[] {Relapses.pack(day, 1, 0)};
        ends = new int[] {e % 2 == 0 ? Timeline.OPEN : day + 9};
      }
    }
    boolean placed = all && e % 2 == 0;
    return new Timeline(
        e,
        e * 4L / 5,
        "site-" + e % 20,
        (int) FIRST.plusDays(e % 900).toEpochDay(),
        Timeline.OPEN,
        "",
        placed ? "IOP" : "OP",
        "",
        "",
        "",
        "",
        "",
        "",
        placed ? new int[] {0, 50} : NONE,
        placed ? new int[] {49, Timeline.OPEN} : NONE,
        placed ? new String[] {"IOP", "OP"} : new String[0],
        sessions,
        new int[sessions.length],
        checkins,
        relapses,
        ends);
  }
}
