package org.throughline.flow;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import org.apache.iceberg.DataFile;
import org.apache.spark.api.java.function.Function2;
import org.apache.spark.sql.catalyst.InternalRow;
import org.throughline.lake.TableFiles;
import scala.Tuple2;

/**
 * Writes the timelines of a range of the roster to one data file, in order: those of touched
 * episodes from their events, the others as they were.
 */
final class TimelineBuilder
    implements Function2<Integer, Iterator<Tuple2<Integer, Chunk>>, Iterator<BuiltRange>> {
  private static final long serialVersionUID = 1L;

  private final EventScan.Shared shared;
  private final TableFiles table;
  private final OldTimelines old;

  TimelineBuilder(EventScan.Shared shared, TableFiles table, OldTimelines old) {
    this.shared = shared;
    this.table = table;
    this.old = old;
  }

  @Override
  public Iterator<BuiltRange> call(Integer range, Iterator<Tuple2<Integer, Chunk>> chunks)
      throws IOException {
    Outbox.Inbox inbox = new Outbox.Inbox();
    chunks.forEachRemaining(chunk -> inbox.add(chunk._2()));
    Tally aside = new Tally(inbox.take(Chunk.Kind.SET_ASIDE));
    EpisodeEvents events = new EpisodeEvents(inbox, aside::overlap);
    Roster roster = shared.roster().value();
    BitSet touched = shared.touched().value();
    int from = shared.ranges()[range];
    int to = shared.ranges()[range + 1];
    long written = 0;
    try (TaskFiles file = new TaskFiles(table);
        OldTimelines.Pass pass = old.pass(roster, touched, from, to)) {
      for (int number = from; number < to; number++) {
        InternalRow row;
        if (touched.get(number)) {
          row = TimelineRows.toRow(events.next(number - from, TimelineRows.base(roster, number)));
        } else {
          events.pass(number - from);
          row = pass.row(number);
        }
        written += TimelineRows.events(row);
        file.write(row);
      }
      if (!events.isSpent()) {
        throw new IllegalStateException("events are left over in range " + range);
      }
      List<DataFile> files = file.finish();
      return List.of(new BuiltRange(range, files, written, aside.counts())).iterator();
    }
  }

  /** Rows set aside: those that were counted before, and overlaps found here. */
  private static final class Tally {
    private long[] counts;

    Tally(long[] counts) {
      this.counts = counts;
    }

    void overlap(int rank) {
      int end = counts.length;
      counts = Arrays.copyOf(counts, end + Chunk.Kind.SET_ASIDE.width());
      counts[end] = rank;
      counts[end + 1] = Rule.OVERLAP.number();
      counts[end + 2] = 1;
    }

    long[] counts() {
      return counts;
    }
  }
}
