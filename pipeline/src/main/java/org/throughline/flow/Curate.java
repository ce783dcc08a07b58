package org.throughline.flow;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.iceberg.DataFile;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.throughline.feed.Feed;
import org.throughline.lake.Delivery;
import org.throughline.lake.Lake;
import org.throughline.lake.LakeTable;
import org.throughline.lake.Ledger;
import org.throughline.lake.TableFiles;

/**
 * Makes timelines of the current rows, and applies the cross-feed rules to them.
 *
 * <p>The roster of current episodes is small and goes to every task. A pass over the row keys marks
 * those that may come more than once. A pass over the rows then judges each by its episode and
 * sends what is needed of it through one shuffle to the range of the roster that its episode is in,
 * and versions of marked keys to where they are compared. The lines that later rows supersede are
 * told to the ranges, where events are sorted and written. All rules are judged anew on all current
 * rows each time, so a corrected admission or a late roster frees what was set aside; only
 * timelines of episodes that gain or lose a row are built anew.
 */
public final class Curate {
  /** Setting: into how many files timelines are written; chosen by size where it is absent. */
  public static final String PARTITIONS = "spark.throughline.curate.partitions";

  /** Setting: up to how many rows the keys of all rows are compared without looking first. */
  public static final String COMPARED_ROWS = "spark.throughline.curate.compared-rows";

  static final String EPISODES = "throughline.episodes";
  static final String EVENTS = "throughline.events";
  static final String OVERLAPPING = "throughline.overlapping-episodes";
  static final String SITES = "throughline.sites";

  private static final List<Feed> EVENT_FEEDS =
      List.of(Feed.PLACEMENTS, Feed.ATTENDANCE, Feed.CHECKINS, Feed.RELAPSES);
  private static final long EVENTS_OF_A_RANGE = 3_000_000;
  private static final int EPISODES_OF_A_RANGE = 500_000;
  private static final long EVENTS_WORTH_SHARING = 200_000;

  private static final long UNCHANGED = -1;

  private final SparkSession spark;
  private final JavaSparkContext context;
  private final Lake lake;
  private final Progress progress;
  private final RowScan scan;

  public Curate(SparkSession spark, Lake lake, Progress progress) {
    this.spark = spark;
    context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    this.lake = lake;
    this.progress = progress;
    scan = new RowScan(context, lake);
  }

  /** Brings {@code timelines} up to the ledger; does nothing where it is. */
  public CurateOutcome run() {
    long start = System.nanoTime();
    Ledger ledger = lake.readLedger();
    int last = ledger.deliveries().stream().mapToInt(Delivery::number).max().orElse(0);
    Optional<Curated> before = Curated.of(lake);
    if (before.isPresent() && before.get().through() == last) {
      return outcome(ledger, before.get(), UNCHANGED, start);
    }
    if (last == 0) {
      return new CurateOutcome(false, 0, 0, 0, Map.of(), Map.of(), 0, 0);
    }
    int reusedThrough =
        before
            .filter(curated -> curated.isPartOf(ledger))
            .map(Curated::through)
            .orElse(Integer.MAX_VALUE);
    return build(ledger, last, reusedThrough, start);
  }

  /**
   * Builds.
   *
   * @param reusedThrough the last delivery that the timelines have taken in, or the greatest number
   *     where they are all to be built
   */
  private CurateOutcome build(Ledger ledger, int last, int reusedThrough, long start) {
    progress.step("find current rows");
    DeliveryOrder deliveries = DeliveryOrder.of(ledger, reusedThrough);
    Broadcast<DeliveryOrder> order = context.broadcast(deliveries);
    Roster roster = roster(order);
    long rows = rows(ledger);
    Broadcast<KeyBits.Marks> marks =
        context.broadcast(new KeyLook(spark, scan).marks(ledger, rows));
    BitSet touched =
        reusedThrough == Integer.MAX_VALUE
            ? Touched.all(roster)
            : new Touched(context, scan, roster, order, marks).by(ledger, reusedThrough);
    progress.rows("rows compared by key", rows, seconds(start));

    long building = System.nanoTime();
    progress.step(
        "build timelines of " + touched.cardinality() + " of " + roster.size() + " episodes");
    int[] ranges = roster.ranges(partitions(rows, roster.size()));
    EventScan.Shared shared =
        new EventScan.Shared(
            context.broadcast(roster),
            order,
            marks,
            context.broadcast(touched),
            ranges,
            Math.toIntExact(rows / KeyVersions.KEYS_OF_A_PARTITION + 1));
    JavaPairRDD<Integer, Chunk> events = JavaPairRDD.fromJavaRDD(context.emptyRDD());
    for (Feed feed : EVENT_FEEDS) {
      if (ledger.deliveries().stream().anyMatch(delivery -> delivery.feed() == feed)) {
        events =
            events.union(
                scan.all(feed, EventScan.columns(feed))
                    .mapPartitionsToPair(new EventScan(feed, shared)));
      }
    }
    List<BuiltRange> built = new ArrayList<>();
    // the events are shuffled once, and read by both jobs
    JavaPairRDD<Integer, Chunk> sent = events.partitionBy(new ByNumber(shared.partitions()));
    Broadcast<Superseded> superseded = context.broadcast(superseded(sent, shared));
    TimelineBuilder builder =
        new TimelineBuilder(
            shared,
            superseded,
            new TableFiles(lake.table(LakeTable.TIMELINES)),
            new TableFiles(lake.table(LakeTable.SET_ASIDE_ROWS)),
            Curated.files(lake));
    PartitionResults.forEach(
        sent.mapPartitionsWithIndex(builder, false), 0, shared.rangeCount(), built::add);
    built.sort(Comparator.comparingInt(BuiltRange::range));
    commit(ledger, last, deliveries, roster, built);
    shared.roster().destroy();
    superseded.destroy();
    marks.destroy();
    shared.touched().destroy();
    order.destroy();
    progress.rows("rows curated", rows, seconds(building));
    return outcome(lake.readLedger(), Curated.of(lake).orElseThrow(), touched.cardinality(), start);
  }

  /** The rows among those sent that later ones supersede. */
  private static Superseded superseded(JavaPairRDD<Integer, Chunk> sent, EventScan.Shared shared) {
    Superseded superseded = new Superseded();
    PartitionResults.forEach(
        sent.mapPartitions(new KeyVersions()),
        shared.rangeCount(),
        shared.partitions(),
        superseded::merge);
    superseded.settle();
    return superseded;
  }

  private Roster roster(Broadcast<DeliveryOrder> order) {
    RosterRows rows = new RosterRows();
    PartitionResults.forEach(
        scan.all(Feed.EPISODES, RosterScan.COLUMNS).mapPartitions(new RosterScan(order)),
        rows::merge);
    return Roster.of(rows);
  }

  private void commit(
      Ledger ledger, int last, DeliveryOrder order, Roster roster, List<BuiltRange> built) {
    Map<Integer, Ledger.SetAside> aside = SetAsideCounts.of(built, order);
    List<DataFile> files = new ArrayList<>();
    List<DataFile> asideFiles = new ArrayList<>();
    long events = 0;
    for (BuiltRange range : built) {
      files.addAll(range.files());
      asideFiles.addAll(range.setAsideFiles());
      events += range.events();
    }
    Map<String, String> facts = new HashMap<>();
    facts.put(Curated.FORMAT_KEY, Curated.FORMAT);
    facts.put(Curated.THROUGH_KEY, Integer.toString(last));
    facts.put(Curated.IDENTITY_KEY, ledger.dataIdentity());
    facts.put(EPISODES, Integer.toString(roster.size()));
    facts.put(EVENTS, Long.toString(events));
    facts.put(OVERLAPPING, Long.toString(roster.overlapping()));
    facts.put(SITES, String.join("\n", roster.sites()));
    lake.curated(files, asideFiles, aside, facts);
  }

  private static CurateOutcome outcome(Ledger ledger, Curated curated, long touched, long start) {
    Map<Feed, Long> held = new EnumMap<>(Feed.class);
    Map<Feed, Long> rejected = new EnumMap<>(Feed.class);
    Map<Integer, Feed> feeds = new TreeMap<>();
    ledger.deliveries().forEach(delivery -> feeds.put(delivery.number(), delivery.feed()));
    ledger
        .setAside()
        .forEach(
            (delivery, aside) -> {
              Feed feed = feeds.getOrDefault(delivery, Feed.EPISODES);
              held.merge(feed, aside.held(), Long::sum);
              rejected.merge(feed, aside.rejectedRows(), Long::sum);
            });
    held.values().removeIf(count -> count == 0);
    rejected.values().removeIf(count -> count == 0);
    return new CurateOutcome(
        touched != UNCHANGED,
        curated.number(EPISODES),
        Math.max(touched, 0),
        curated.number(EVENTS),
        held,
        rejected,
        curated.number(OVERLAPPING),
        seconds(start));
  }

  private static long rows(Ledger ledger) {
    return ledger.standing().stream()
        .filter(delivery -> delivery.feed() != Feed.EPISODES)
        .mapToLong(Delivery::accepted)
        .sum();
  }

  private int partitions(long rows, int episodes) {
    int set = Integer.parseInt(spark.conf().get(PARTITIONS, "0"));
    if (set > 0) {
      return set;
    }
    long bySize = Math.max(rows / EVENTS_OF_A_RANGE, episodes / EPISODES_OF_A_RANGE) + 1;
    long shared = rows > EVENTS_WORTH_SHARING ? 2L * context.defaultParallelism() : 1;
    return Math.toIntExact(Math.max(bySize, shared));
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }
}
