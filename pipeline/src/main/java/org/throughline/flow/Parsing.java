package org.throughline.flow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.throughline.episode.Tiers;
import org.throughline.feed.Feed;
import org.throughline.feed.Pseudonyms;
import org.throughline.feed.SourceProfile;
import org.throughline.lake.Lake;
import org.throughline.lake.LakeTable;
import org.throughline.lake.Ledger;
import org.throughline.lake.TableFiles;

/**
 * Parses files on Spark: those of episodes first, so that each row of the other feeds can be judged
 * by its episode while its line is at hand.
 */
final class Parsing {
  private final JavaSparkContext context;
  private final Lake lake;
  private final Pseudonyms pseudonyms;
  private final Tiers tiers;
  private final FeedTables tables;
  private final TableFiles rejectsTable;

  Parsing(SparkSession spark, Lake lake, Pseudonyms pseudonyms, Tiers tiers) {
    context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    this.lake = lake;
    this.pseudonyms = pseudonyms;
    this.tiers = tiers;
    tables = FeedTables.of(lake);
    rejectsTable = new TableFiles(lake.table(LakeTable.REJECTS));
  }

  /** The row tables that data files are written for. */
  FeedTables tables() {
    return tables;
  }

  TableFiles rejectsTable() {
    return rejectsTable;
  }

  /**
   * Parses all pieces.
   *
   * @param before the ledger as it stands
   * @param after the same with the deliveries that are parsed
   */
  List<ParseResult> run(
      SourceProfile profile, List<ParseTask.Piece> pieces, Ledger before, Ledger after) {
    List<ParseTask.Piece> episodes = new ArrayList<>();
    List<ParseTask.Piece> others = new ArrayList<>();
    pieces.forEach(
        piece -> (piece.readable().feed() == Feed.EPISODES ? episodes : others).add(piece));
    KnownEpisodes known = new KnownEpisodes();
    List<ParseResult> results = new ArrayList<>(parse(profile, episodes, known));
    if (!others.isEmpty()) {
      DeliveryOrder order = DeliveryOrder.of(after, 0);
      addReceived(known, before, order);
      addParsed(known, results, order);
      results.addAll(parse(profile, others, known));
    }
    return results;
  }

  private List<ParseResult> parse(
      SourceProfile profile, List<ParseTask.Piece> pieces, KnownEpisodes known) {
    if (pieces.isEmpty()) {
      return List.of();
    }
    List<ParseTask> tasks = ParsePlan.of(pieces, context.defaultParallelism());
    Broadcast<Pseudonyms> key = context.broadcast(pseudonyms);
    Broadcast<KnownEpisodes> judgedBy = context.broadcast(known);
    try {
      return context
          .parallelize(tasks, tasks.size())
          .map(
              new ParseFunction(
                  profile, tiers, key, tables, rejectsTable, lake.quarantine(), judgedBy))
          .collect();
    } finally {
      // at once, so that the key does not stay in block storage
      key.destroy();
      judgedBy.destroy();
    }
  }

  private void addReceived(KnownEpisodes known, Ledger before, DeliveryOrder order) {
    if (before.deliveries().stream().noneMatch(delivery -> delivery.feed() == Feed.EPISODES)) {
      return;
    }
    Broadcast<DeliveryOrder> ranks = context.broadcast(order);
    PartitionResults.forEach(
        new RowScan(context, lake)
            .all(Feed.EPISODES, KnownScan.COLUMNS)
            .mapPartitions(new KnownScan(ranks)),
        records -> {
          for (int at = 0; at < records.length; at += KnownEpisodes.WIDTH) {
            known.offer(records[at], records[at + 1], records[at + 2]);
          }
        });
    ranks.destroy();
  }

  /** Adds what the first files hold; of a file that one piece refuses nothing is known. */
  private static void addParsed(
      KnownEpisodes known, List<ParseResult> results, DeliveryOrder order) {
    Set<Integer> refused = new HashSet<>();
    for (ParseResult result : results) {
      for (ParseResult.Counts counts : result.counts()) {
        if (counts.refused().isPresent()) {
          refused.add(counts.file());
        }
      }
    }
    for (ParseResult result : results) {
      for (ParseResult.Counts counts : result.counts()) {
        if (!refused.contains(counts.file())) {
          int rank = order.rank(counts.found().delivery());
          long[] records = counts.found().episodes();
          for (int at = 0; at < records.length; at += KnownEpisodes.WIDTH) {
            known.offer(records[at], DeliveryOrder.version(rank, records[at + 1]), records[at + 2]);
          }
        }
      }
    }
  }
}
