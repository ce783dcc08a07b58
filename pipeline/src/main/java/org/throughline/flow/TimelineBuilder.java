package org.throughline.flow;

import java.io.IOException;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import org.apache.iceberg.DataFile;
import org.apache.spark.api.java.function.Function2;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.catalyst.InternalRow;
import org.throughline.lake.TableFiles;
import scala.Tuple2;

/**
 * Writes the timelines of a range of the roster to one data file, in order: those of touched
 * episodes from their events, the others as they were. Rows set aside go to another one.
 */
final class TimelineBuilder
    implements Function2<Integer, Iterator<Tuple2<Integer, Chunk>>, Iterator<BuiltRange>> {
  private static final long serialVersionUID = 1L;

  private final EventScan.Shared shared;
  private final Broadcast<Superseded> superseded;
  private final TableFiles table;
  private final TableFiles asideTable;
  private final OldTimelines old;

  TimelineBuilder(
      EventScan.Shared shared,
      Broadcast<Superseded> superseded,
      TableFiles table,
      TableFiles asideTable,
      OldTimelines old) {
    this.shared = shared;
    this.superseded = superseded;
    this.table = table;
    this.asideTable = asideTable;
    this.old = old;
  }

  @Override
  public Iterator<BuiltRange> call(Integer range, Iterator<Tuple2<Integer, Chunk>> chunks)
      throws IOException {
    Outbox.Inbox inbox = new Outbox.Inbox();
    StandingChunks standing = new StandingChunks(superseded.value(), inbox);
    chunks.forEachRemaining(chunk -> standing.add(chunk._2()));
    Roster roster = shared.roster().value();
    BitSet touched = shared.touched().value();
    int from = shared.ranges()[range];
    int to = shared.ranges()[range + 1];
    long written = 0;
    try (TaskFiles file = new TaskFiles(table);
        SetAsideFile aside = new SetAsideFile(asideTable, shared.order().value());
        OldTimelines.Pass pass = old.pass(roster, touched, from, to)) {
      aside.add(inbox.take(Chunk.Kind.SET_ASIDE));
      EpisodeEvents events =
          new EpisodeEvents(
              inbox, to - from, (version, key) -> aside.add(version, Rule.OVERLAP, key));
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
      return List.of(new BuiltRange(range, files, written, aside.finish(), aside.counts()))
          .iterator();
    }
  }
}
