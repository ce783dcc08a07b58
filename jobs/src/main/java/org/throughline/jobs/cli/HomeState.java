package org.throughline.jobs.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.throughline.figure.FileSummary;
import org.throughline.jobs.home.Home;
import org.throughline.jobs.home.HomeLock;
import org.throughline.jobs.home.RunHistory;
import org.throughline.jobs.month.Verification;
import org.throughline.lake.Delivery;
import org.throughline.lake.Ledger;
import org.throughline.lake.LedgerReader;
import org.throughline.report.file.PublicationJson;

/**
 * How a home stands, read without starting Spark or the job repository.
 *
 * @param home the home
 * @param running who runs on it now
 * @param deliveries what was received, summed by source and feed
 * @param months what is published, newest first
 * @param runs past runs, newest first; none are told while one works
 * @param settled whether the last run ended well, or was stopped; false also while one works
 * @param waiting what waits, why, and what to do
 */
record HomeState(
    Home home,
    Optional<String> running,
    List<Deliveries> deliveries,
    List<Month> months,
    List<RunHistory.Run> runs,
    Settled settled,
    List<Waiting> waiting) {
  private static final int RUNS_TOLD = 10;

  /**
   * Files of one source and feed.
   *
   * @param latest the latest day as of which one speaks
   */
  record Deliveries(
      String source,
      String feed,
      int files,
      LocalDate latest,
      long read,
      long accepted,
      long rejected,
      long held) {
    static Deliveries of(FileSummary file) {
      return new Deliveries(
          file.source(),
          file.feed(),
          1,
          file.asOf(),
          file.read(),
          file.accepted(),
          file.rejected(),
          file.held());
    }

    Deliveries plus(Deliveries other) {
      return new Deliveries(
          source,
          feed,
          files + other.files,
          latest.isAfter(other.latest) ? latest : other.latest,
          read + other.read,
          accepted + other.accepted,
          rejected + other.rejected,
          held + other.held);
    }
  }

  /** How the last run ended. */
  enum Settled {
    YES,
    NO
  }

  /**
   * What waits.
   *
   * @param why a word for scripts: held_rows, unfinished_run, unsettled, later_deliveries,
   *     nothing_published
   * @param what a sentence that says what to do
   * @param count rows or files
   */
  record Waiting(String why, String what, long count) {}

  /**
   * A published month.
   *
   * @param edition the latest
   * @param earlier editions before it that are kept, oldest first
   * @param data whether it was published from the data of now
   * @param later files that were received since
   */
  record Month(
      YearMonth month,
      int edition,
      List<Integer> earlier,
      LocalDate cut,
      Data data,
      List<String> later,
      Path page) {
    /** The data behind a publication, seen from now. */
    enum Data {
      OF_NOW,
      EARLIER
    }
  }

  static HomeState of(Home home) throws IOException {
    Ledger ledger = LedgerReader.read(home.lake());
    Optional<String> running = HomeLock.holderOf(home);
    List<RunHistory.Run> runs = runs(home, running);
    List<Deliveries> deliveries = deliveries(ledger);
    List<Month> months = months(home, ledger);
    Settled settled = Files.exists(home.unsettled()) ? Settled.NO : Settled.YES;
    List<Waiting> waiting = waiting(home, deliveries, months, runs);
    if (settled == Settled.NO && running.isEmpty() && !isUnfinished(runs)) {
      waiting.add(
          new Waiting(
              "unsettled",
              "The last run on this home did not end well: the same command goes on. Log: "
                  + home.logFile(),
              1));
    }
    return new HomeState(home, running, deliveries, months, runs, settled, List.copyOf(waiting));
  }

  private static List<RunHistory.Run> runs(Home home, Optional<String> running) {
    if (running.isPresent()) {
      return List.of();
    }
    try {
      return RunHistory.latest(home, RUNS_TOLD);
    } catch (SQLException e) {
      return List.of(); // a run began just now, and holds the repository
    }
  }

  private static List<Deliveries> deliveries(Ledger ledger) {
    TreeMap<String, Deliveries> sums = new TreeMap<>();
    for (FileSummary file : ledger.summaries()) {
      sums.merge(
          file.source() + "\t" + file.feed(), Deliveries.of(file), (one, two) -> one.plus(two));
    }
    return List.copyOf(sums.values());
  }

  private static List<Month> months(Home home, Ledger ledger) throws IOException {
    String data = ledger.dataIdentity();
    List<Month> months = new ArrayList<>();
    for (YearMonth month : new PublishedFigures(home.reports()).months()) {
      Path folder = home.reports().resolve(month.toString());
      if (Files.exists(folder.resolve(PublicationJson.NAME))) {
        PublicationJson publication = PublicationJson.read(folder);
        months.add(
            0,
            new Month(
                month,
                publication.edition(),
                earlier(home, month),
                publication.cut(),
                publication.dataIdentity().equals(data) ? Month.Data.OF_NOW : Month.Data.EARLIER,
                later(ledger, Verification.deliveriesThrough(home, month, publication.edition())),
                folder.resolve("index.html")));
      }
    }
    return months;
  }

  private static List<Integer> earlier(Home home, YearMonth month) throws IOException {
    Path editions = home.reports().resolve("editions");
    if (!Files.isDirectory(editions)) {
      return List.of();
    }
    String prefix = month + ".";
    try (Stream<Path> folders = Files.list(editions)) {
      return folders
          .map(folder -> folder.getFileName().toString())
          .filter(name -> name.startsWith(prefix))
          .map(name -> Integer.valueOf(name.substring(prefix.length())))
          .sorted()
          .toList();
    }
  }

  private static List<String> later(Ledger ledger, OptionalInt through) {
    return through.isEmpty()
        ? List.of()
        : ledger.deliveries().stream()
            .filter(delivery -> delivery.number() > through.getAsInt())
            .map(Delivery::file)
            .toList();
  }

  private static boolean isUnfinished(List<RunHistory.Run> runs) {
    return !runs.isEmpty() && runs.get(0).isUnfinished();
  }

  private static List<Waiting> waiting(
      Home home, List<Deliveries> deliveries, List<Month> months, List<RunHistory.Run> runs) {
    List<Waiting> waiting = new ArrayList<>();
    for (Deliveries feed : deliveries) {
      if (feed.held() > 0) {
        waiting.add(
            new Waiting(
                "held_rows",
                String.format(
                    Locale.ROOT,
                    "%,d rows of %s from %s wait for their episodes: they are tried again at each"
                        + " run.",
                    feed.held(),
                    feed.feed(),
                    feed.source()),
                feed.held()));
      }
    }
    if (isUnfinished(runs)) {
      RunHistory.Run run = runs.get(0);
      waiting.add(
          new Waiting(
              "unfinished_run",
              String.format(
                  Locale.ROOT,
                  "The run of %s ended early (%s) at the step %s: the same command resumes it. Log:"
                      + " %s",
                  run.month(),
                  run.ending(),
                  run.lastStep(),
                  home.logFile()),
              1));
    }
    if (!months.isEmpty() && months.get(0).data() == Month.Data.EARLIER) {
      waiting.add(
          new Waiting(
              "later_deliveries",
              String.format(
                  Locale.ROOT,
                  "Deliveries came since %s was published: throughline month %s --home %s makes a"
                      + " new edition.",
                  months.get(0).month(),
                  months.get(0).month(),
                  home.root()),
              months.get(0).later().size()));
    }
    if (months.isEmpty() && !deliveries.isEmpty()) {
      waiting.add(
          new Waiting(
              "nothing_published",
              "No month is published yet: throughline month YYYY-MM --home " + home.root(),
              deliveries.stream().mapToLong(Deliveries::files).sum()));
    }
    return waiting;
  }
}
