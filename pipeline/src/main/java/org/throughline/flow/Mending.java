package org.throughline.flow;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.throughline.feed.Feed;
import org.throughline.lake.Answer;
import org.throughline.lake.Answers;
import org.throughline.lake.Delivery;
import org.throughline.lake.Lake;
import org.throughline.lake.Ledger;
import org.throughline.lake.OpenRows;
import org.throughline.lake.QuarantineKey;

/**
 * After a curation: a row that parsing refused is answered when an accepted row of its key stands
 * above it, or a later refused one. Quarantine files of deliveries for whose rows nobody waits any
 * more are removed.
 *
 * <p>Rows that were accepted and then set aside need nothing here: a later row of their key
 * supersedes them in curation.
 */
public final class Mending {
  /** Keys that are compared at once; beyond them rows are answered by id only. */
  private static final int MOST_KEYS = 4_000_000;

  private final JavaSparkContext context;
  private final Lake lake;
  private final RowScan scan;

  public Mending(SparkSession spark, Lake lake) {
    context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    this.lake = lake;
    scan = new RowScan(context, lake);
  }

  /** Does nothing twice. */
  public void run() {
    Ledger ledger = lake.readLedger();
    int last = ledger.deliveries().stream().mapToInt(Delivery::number).max().orElse(0);
    int through = Answers.through(lake);
    if (through < last && OpenRows.anyRefused(ledger)) {
      answer(ledger, through, last);
    }
    if (!lake.quarantine().files().isEmpty()) {
      Set<Integer> open = OpenRows.deliveries(lake, ledger);
      lake.quarantine().keepOnly(open::contains);
    }
  }

  private void answer(Ledger ledger, int through, int last) {
    DeliveryOrder order = DeliveryOrder.of(ledger, through);
    Map<Integer, Feed> feeds = new HashMap<>();
    ledger.deliveries().forEach(delivery -> feeds.put(delivery.number(), delivery.feed()));
    Map<Feed, RefusedKeys> refused = new EnumMap<>(Feed.class);
    Set<Feed> fresh = new HashSet<>();
    Set<Answer> answers = new HashSet<>();
    OpenRows.forEach(
        lake,
        ledger,
        row -> {
          Feed feed = feeds.get(row.delivery());
          if (row.stage() != OpenRows.Stage.PARSED
              || row.key() == OpenRows.NO_KEY
              || feed == null) {
            return;
          }
          RefusedKeys keys = refused.computeIfAbsent(feed, any -> new RefusedKeys());
          if (keys.size() == MOST_KEYS) {
            return;
          }
          long version = DeliveryOrder.version(order.rank(row.delivery()), row.line());
          keys.add(row.key(), version)
              .ifPresent(
                  earlier ->
                      answers.add(
                          answer(
                              RefusedKeys.of(earlier, order),
                              order.number(DeliveryOrder.rankOf(keys.latest(row.key()))))));
          if (row.delivery() > through) {
            fresh.add(feed);
          }
        });
    if (refused.isEmpty()) {
      return;
    }
    Broadcast<DeliveryOrder> ranks = context.broadcast(order);
    refused.forEach(
        (feed, keys) -> {
          String[] columns = {
            feed.columns().get(0).name().replaceFirst("_id$", "_key"), "delivery", "line"
          };
          Broadcast<RefusedKeys> wanted = context.broadcast(keys);
          PartitionResults.forEach(
              (fresh.contains(feed) ? scan.all(feed, columns) : scan.after(through, feed, columns))
                  .mapPartitions(new AnswerScan(wanted, ranks)),
              found -> {
                for (int at = 0; at < found.length; at += 2) {
                  answers.add(answer(keys.row(found[at], order), found[at + 1]));
                }
              });
          wanted.destroy();
        });
    ranks.destroy();
    Answers.add(lake, new ArrayList<>(answers), last);
  }

  private static Answer answer(QuarantineKey.Reject reject, int delivery) {
    return new Answer(delivery, reject.delivery(), reject.line());
  }
}
