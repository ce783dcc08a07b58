package org.throughline.flow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.iceberg.DataFile;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.throughline.episode.Tiers;
import org.throughline.feed.Feed;
import org.throughline.feed.Inspection;
import org.throughline.feed.Pseudonyms;
import org.throughline.figure.FileSummary;
import org.throughline.lake.Delivery;
import org.throughline.lake.Lake;
import org.throughline.lake.LakeTable;
import org.throughline.lake.Ledger;
import org.throughline.lake.TableFiles;

/**
 * Takes feed files into the lake: each whole or not at all, each once.
 *
 * <p>The driver looks at every file; one Spark job parses all of them and writes data files; the
 * driver commits those of the files that are taken, and last of all their ledger rows. Until then
 * nothing has happened.
 */
public final class Receive {
  private final SparkSession spark;
  private final Lake lake;
  private final Pseudonyms pseudonyms;
  private final Tiers tiers;
  private final Progress progress;

  public Receive(
      SparkSession spark, Lake lake, Pseudonyms pseudonyms, Tiers tiers, Progress progress) {
    this.spark = spark;
    this.lake = lake;
    this.pseudonyms = pseudonyms;
    this.tiers = tiers;
    this.progress = progress;
  }

  /**
   * Looks, without Spark and up to the first new file, whether receiving would change anything.
   *
   * @return one outcome for each file if all of them were taken before, else empty
   */
  public static Optional<List<FileOutcome>> unchanged(ReceiveRequest request, Ledger ledger) {
    Set<Delivery.Identity> known = new HashSet<>();
    ledger.deliveries().forEach(delivery -> known.add(delivery.identity()));
    List<FileOutcome> outcomes = new ArrayList<>();
    for (Path file : FeedFiles.under(request.paths()).files()) {
      Candidate candidate = Candidate.look(file, request);
      if (!(candidate.inspection() instanceof Inspection.Readable readable)
          || !known.contains(candidate.identity(request, readable))) {
        return Optional.empty();
      }
      outcomes.add(unchanged(candidate.nothing(request)));
    }
    return Optional.of(List.copyOf(outcomes));
  }

  /** Takes the files; one outcome for each, in order of name. */
  public List<FileOutcome> run(ReceiveRequest request) {
    FeedFiles found = FeedFiles.under(request.paths());
    if (!found.passedOver().isEmpty()) {
      progress.step(
          "pass over "
              + String.join(", ", found.passedOver().stream().map(Path::toString).toList()));
    }
    progress.step("look at " + found.files().size() + " files");
    Set<Delivery.Identity> known = new HashSet<>();
    int number = 0;
    for (Delivery delivery : lake.ledger()) {
      known.add(delivery.identity());
      number = Math.max(number, delivery.number());
    }
    FileOutcome[] outcomes = new FileOutcome[found.files().size()];
    Map<Integer, Accepted> accepted = new TreeMap<>();
    List<ParseTask.Piece> pieces = new ArrayList<>();
    List<Candidate> candidates =
        found.files().parallelStream().map(file -> Candidate.look(file, request)).toList();
    for (int file = 0; file < outcomes.length; file++) {
      Candidate candidate = candidates.get(file);
      if (candidate.inspection() instanceof Inspection.Refused refused) {
        outcomes[file] = refused(candidate.nothing(request), refused.reason());
      } else if (candidate.inspection() instanceof Inspection.Readable readable) {
        if (known.add(candidate.identity(request, readable))) {
          number++;
          accepted.put(file, new Accepted(candidate, readable, number));
          for (int chunk = 0; chunk < readable.chunks().size(); chunk++) {
            pieces.add(
                new ParseTask.Piece(
                    file,
                    number,
                    candidate.path().toAbsolutePath().toString(),
                    candidate.name(),
                    readable,
                    chunk));
          }
        } else {
          outcomes[file] = unchanged(candidate.nothing(request));
        }
      }
    }
    if (!pieces.isEmpty()) {
      take(request, accepted, pieces, outcomes);
    }
    return List.of(outcomes);
  }

  /** A file that is to be parsed, under the number that its rows carry. */
  private record Accepted(Candidate candidate, Inspection.Readable readable, int number) {}

  private void take(
      ReceiveRequest request,
      Map<Integer, Accepted> accepted,
      List<ParseTask.Piece> pieces,
      FileOutcome[] outcomes) {
    progress.step("parse " + accepted.size() + " files");
    long start = System.nanoTime();
    FeedTables tables = FeedTables.of(lake);
    TableFiles rejectsTable = new TableFiles(lake.table(LakeTable.REJECTS));
    List<ParseResult> results = parse(request, pieces, tables, rejectsTable);

    Map<Integer, FileTotals> totals = FileTotals.byFile(results);
    List<Delivery> deliveries = new ArrayList<>();
    Set<Integer> refused = new HashSet<>();
    accepted.forEach(
        (file, taken) -> {
          FileTotals total = Objects.requireNonNull(totals.get(file));
          if (total.refusal().isPresent()) {
            refused.add(file);
            outcomes[file] =
                refused(taken.candidate().nothing(request), total.refusal().orElseThrow());
          } else {
            Delivery delivery =
                taken.candidate().delivery(request, taken.readable(), taken.number(), total);
            deliveries.add(delivery);
            outcomes[file] = taken(delivery, total);
          }
        });
    EnumMap<Feed, List<DataFile>> rows = new EnumMap<>(Feed.class);
    List<DataFile> rejects = new ArrayList<>();
    for (ParseResult result : results) {
      // a stretch of a refused file has files of its own; small refused files left nothing
      if (result.counts().stream().allMatch(counts -> refused.contains(counts.file()))) {
        result.rows().forEach((feed, files) -> tables.of(feed).discard(files));
        rejectsTable.discard(result.rejects());
      } else {
        result
            .rows()
            .forEach(
                (feed, files) ->
                    rows.computeIfAbsent(feed, any -> new ArrayList<>()).addAll(files));
        rejects.addAll(result.rejects());
      }
    }
    lake.take(deliveries, rows, rejects);
    progress.rows(
        "rows received",
        deliveries.stream().mapToLong(Delivery::read).sum(),
        (System.nanoTime() - start) / 1e9);
  }

  private List<ParseResult> parse(
      ReceiveRequest request,
      List<ParseTask.Piece> pieces,
      FeedTables tables,
      TableFiles rejectsTable) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    List<ParseTask> tasks = ParsePlan.of(pieces, context.defaultParallelism());
    Broadcast<Pseudonyms> key = context.broadcast(pseudonyms);
    try {
      return context
          .parallelize(tasks, tasks.size())
          .map(new ParseFunction(request.profile(), tiers, key, tables, rejectsTable))
          .collect();
    } finally {
      // at once, so that the key does not stay in block storage
      key.destroy();
    }
  }

  private static FileOutcome taken(Delivery delivery, FileTotals totals) {
    FileSummary summary = new Ledger(List.of(delivery), Map.of()).summaries().get(0);
    return new FileOutcome(summary, FileOutcome.Status.TAKEN, Optional.empty(), totals.first());
  }

  private static FileOutcome unchanged(FileSummary nothing) {
    return new FileOutcome(nothing, FileOutcome.Status.UNCHANGED, Optional.empty(), List.of());
  }

  private static FileOutcome refused(FileSummary nothing, String reason) {
    return new FileOutcome(nothing, FileOutcome.Status.REFUSED, Optional.of(reason), List.of());
  }
}
