package org.throughline.jobs.month;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.spark.sql.SparkSession;
import org.throughline.feed.Pseudonyms;
import org.throughline.figure.MonthReport;
import org.throughline.flow.Curate;
import org.throughline.flow.CurateOutcome;
import org.throughline.flow.FileOutcome;
import org.throughline.flow.Mending;
import org.throughline.flow.Outcomes;
import org.throughline.flow.Pinned;
import org.throughline.flow.Progress;
import org.throughline.flow.PublishedTables;
import org.throughline.flow.Receive;
import org.throughline.flow.ReceiveRequest;
import org.throughline.flow.SparkSessions;
import org.throughline.flow.Tally;
import org.throughline.jobs.home.Home;
import org.throughline.jobs.settings.Settings;
import org.throughline.lake.Lake;
import org.throughline.measure.MeasurePlan;
import org.throughline.measure.TallySheet;

/**
 * Spark and the lake of a home. They start in the background when that is asked for, or when they
 * are first needed; who needs them waits for them. Nothing else in this module touches Spark.
 */
public final class LakeSession implements AutoCloseable {
  private record Started(SparkSession spark, Lake lake) {}

  private final Home home;
  private final Settings settings;
  private final Pseudonyms pseudonyms;
  private final Progress progress;
  private final Housekeeping housekeeping;
  private Optional<CompletableFuture<Started>> starting = Optional.empty();

  /**
   * @param housekeeping what is cleared away before the lake is used
   */
  public LakeSession(
      Home home, Settings settings, byte[] key, Progress progress, Housekeeping housekeeping) {
    this.housekeeping = housekeeping;
    this.home = home;
    this.settings = settings;
    this.pseudonyms = new Pseudonyms(key);
    this.progress = progress;
  }

  /** Starts in the background, unless that was done before. */
  public synchronized void begin() {
    if (starting.isEmpty()) {
      starting = Optional.of(CompletableFuture.supplyAsync(this::start));
    }
  }

  private synchronized CompletableFuture<Started> starting() {
    begin();
    return starting.orElseThrow();
  }

  private Started start() {
    SparkSession spark = SparkSessions.local(home.root(), settings.spark());
    try {
      Lake lake = Lake.open(spark, SparkSessions.CATALOG);
      lake.expire(housekeeping.replacedBefore());
      if (housekeeping.before() == Housekeeping.Before.ENDED_BADLY) {
        lake.removeOrphans();
      }
      return new Started(spark, lake);
    } catch (RuntimeException e) {
      spark.stop();
      throw e;
    }
  }

  private Started started() {
    try {
      return starting().join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /**
   * Takes feed files into the lake.
   *
   * @param arrival the day of arrival
   * @return one outcome for each file
   */
  public List<FileOutcome> receive(Incoming incoming, LocalDate arrival) {
    ReceiveRequest request = incoming.request(home, settings.limits(), arrival);
    Started open = started();
    return new Receive(open.spark(), open.lake(), pseudonyms, settings.tiers(), progress)
        .run(request);
  }

  /** Brings the timelines, and what is known of rows set aside, up to what was received. */
  public CurateOutcome curate() {
    Started open = started();
    CurateOutcome outcome = new Curate(open.spark(), open.lake(), progress).run();
    new Mending(open.spark(), open.lake()).run();
    return outcome;
  }

  /** The counts of a month and of the series that ends with it. */
  TallySheet tally(MeasurePlan plan) {
    Started open = started();
    return new Tally(open.spark(), open.lake(), progress).run(plan);
  }

  /**
   * Puts a month's figures and the outcomes of its episodes into their tables, and pins what they
   * were computed from.
   */
  Pinned publish(MonthReport report, MeasurePlan plan) {
    Started open = started();
    PublishedTables tables = new PublishedTables(open.lake());
    tables.write(report);
    new Outcomes(open.spark(), open.lake(), progress).write(plan, report.edition());
    return tables.pin(report.month(), report.edition(), home.lake());
  }

  @Override
  public synchronized void close() {
    starting.ifPresent(LakeSession::end);
  }

  private static void end(CompletableFuture<Started> started) {
    started
        .handle(
            (open, failure) -> {
              if (open != null) {
                open.spark().stop();
              }
              return "closed";
            })
        .join();
  }
}
