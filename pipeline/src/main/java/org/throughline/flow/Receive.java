package org.throughline.flow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.iceberg.DataFile;
import org.apache.spark.sql.SparkSession;
import org.throughline.episode.Tiers;
import org.throughline.feed.Feed;
import org.throughline.feed.Inspection;
import org.throughline.feed.Pseudonyms;
import org.throughline.figure.FileSummary;
import org.throughline.lake.Answer;
import org.throughline.lake.Delivery;
import org.throughline.lake.Lake;
import org.throughline.lake.Ledger;
import org.throughline.lake.QuarantineKey;

/**
 * Takes feed files into the lake: each whole or not at all, each once.
 *
 * <p>The driver looks at every file; Spark parses all of them, those of episodes first, and writes
 * data files and the quarantine; the driver commits those of the files that are taken, and last of
 * all their ledger rows. Until then nothing has happened.
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
    for (Path file : FeedFiles.under(request.paths(), request.limits()).files()) {
      Candidate candidate = Candidate.look(file, request, ledger);
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
    FeedFiles found = FeedFiles.under(request.paths(), request.limits());
    found.passedOverInWords().forEach(words -> progress.step("pass over " + words));
    progress.step("look at " + found.files().size() + " files");
    Set<Delivery.Identity> known = new HashSet<>();
    int number = 0;
    Ledger ledger = lake.readLedger();
    for (Delivery delivery : ledger.deliveries()) {
      known.add(delivery.identity());
      number = Math.max(number, delivery.number());
    }
    FileOutcome[] outcomes = new FileOutcome[found.files().size()];
    Map<Integer, Accepted> accepted = new TreeMap<>();
    List<ParseTask.Piece> pieces = new ArrayList<>();
    List<Candidate> candidates =
        found.files().parallelStream().map(file -> Candidate.look(file, request, ledger)).toList();
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
                    candidate.path().toAbsolutePath().toUri().toString(),
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
    // numbers that came to nothing in this session may be given again
    Ledger before = lake.readLedger();
    Set<Integer> numbers = new HashSet<>();
    before.deliveries().forEach(delivery -> numbers.add(delivery.number()));
    lake.quarantine().keepOnly(numbers::contains);
    Parsing parsing = new Parsing(spark, lake, pseudonyms, tiers);
    List<ParseResult> results =
        parsing.run(
            request.profile(), pieces, before, withUnparsed(before, request, accepted.values()));

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
        result.rows().forEach((feed, files) -> parsing.tables().of(feed).discard(files));
        parsing.rejectsTable().discard(result.rejects());
      } else {
        result
            .rows()
            .forEach(
                (feed, files) ->
                    rows.computeIfAbsent(feed, any -> new ArrayList<>()).addAll(files));
        rejects.addAll(result.rejects());
      }
    }
    deliveries.forEach(delivery -> numbers.add(delivery.number()));
    lake.quarantine().keepOnly(numbers::contains);
    lake.take(deliveries, rows, rejects, answers(before, deliveries, results));
    progress.rows(
        "rows received",
        deliveries.stream().mapToLong(Delivery::read).sum(),
        (System.nanoTime() - start) / 1e9);
  }

  /** The ledger as it would be: for the order of rows, which depends on no count. */
  private static Ledger withUnparsed(
      Ledger before, ReceiveRequest request, Iterable<Accepted> files) {
    List<Delivery> all = new ArrayList<>(before.deliveries());
    files.forEach(
        file ->
            all.add(
                file.candidate()
                    .delivery(request, file.readable(), file.number(), FileTotals.NOTHING)));
    return new Ledger(all, Map.of());
  }

  /** What the rows of these deliveries answer by id; a row answers only what is of its own kind. */
  private static List<Answer> answers(
      Ledger before, List<Delivery> deliveries, List<ParseResult> results) {
    Map<Integer, Delivery> earlier = new HashMap<>();
    before.deliveries().forEach(delivery -> earlier.put(delivery.number(), delivery));
    Map<Integer, Delivery> now = new HashMap<>();
    deliveries.forEach(delivery -> now.put(delivery.number(), delivery));
    Set<Answer> answers = new LinkedHashSet<>();
    for (ParseResult result : results) {
      for (ParseResult.Counts counts : result.counts()) {
        Delivery delivery = now.get(counts.found().delivery());
        for (QuarantineKey.Reject reject : counts.found().answers()) {
          Delivery rejected = earlier.get(reject.delivery());
          if (delivery != null
              && rejected != null
              && rejected.source().equals(delivery.source())
              && rejected.feed() == delivery.feed()) {
            answers.add(new Answer(delivery.number(), reject.delivery(), reject.line()));
          }
        }
      }
    }
    return List.copyOf(answers);
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
