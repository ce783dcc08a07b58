package org.throughline.flow;

import com.google.common.collect.Iterators;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.throughline.episode.Timeline;
import org.throughline.feed.Feed;

/** Makes a piece of the roster of a partition of the table {@code episodes}. */
final class RosterScan implements FlatMapFunction<Iterator<ColumnarBatch>, RosterRows> {
  private static final long serialVersionUID = 1L;

  /** The columns that it reads, in order. */
  static final String[] COLUMNS = {
    "episode_key",
    "client_key",
    "delivery",
    "line",
    "row_deleted",
    "admitted_on",
    "discharged_on",
    "site",
    "tier",
    "discharge_reason",
    "prior_care",
    "age_group",
    "sex",
    "primary_substance",
    "medication",
    "daily_role"
  };

  private static final int FIRST_CODE = 9;

  private final Broadcast<DeliveryOrder> order;

  RosterScan(Broadcast<DeliveryOrder> order) {
    this.order = order;
  }

  @Override
  public Iterator<RosterRows> call(Iterator<ColumnarBatch> batches) {
    RosterRows roster = new RosterRows();
    CodeReader[] codes = new CodeReader[Roster.CODED.size()];
    for (int i = 0; i < codes.length; i++) {
      String column = COLUMNS[FIRST_CODE + i];
      if (!column.equals("medication")) {
        codes[i] = new CodeReader(Feed.EPISODES, column, FIRST_CODE + i);
      }
    }
    int nowhere = roster.numberOf("");
    long[] longs = new long[RosterRows.LONGS];
    int[] ints = new int[RosterRows.INTS];
    Iterator<InternalRow> rows =
        Iterators.concat(Iterators.transform(batches, ColumnarBatch::rowIterator));
    while (rows.hasNext()) {
      InternalRow row = rows.next();
      int rank = order.value().rank(row.getInt(2));
      if (rank == DeliveryOrder.NOT_STANDING) {
        continue;
      }
      boolean withdrawn = row.getBoolean(4);
      longs[RosterRows.EPISODE] = row.getLong(0);
      longs[RosterRows.CLIENT] = row.isNullAt(1) ? 0 : row.getLong(1);
      longs[RosterRows.VERSION] = DeliveryOrder.version(rank, row.getLong(3));
      ints[RosterRows.WITHDRAWN] = withdrawn ? 1 : 0;
      ints[RosterRows.ADMITTED] = withdrawn ? 0 : row.getInt(5);
      ints[RosterRows.DISCHARGED] = row.isNullAt(6) ? Timeline.OPEN : row.getInt(6);
      ints[RosterRows.SITE] =
          withdrawn ? nowhere : roster.numberOf(row.getUTF8String(7).toString());
      ints[RosterRows.TIER] =
          withdrawn ? nowhere : roster.numberOf(row.getUTF8String(8).toString());
      for (int i = 0; i < codes.length; i++) {
        ints[RosterRows.FIRST_CODE + i] =
            codes[i] == null ? CodeReader.yesNo(row, FIRST_CODE + i) : codes[i].of(row);
      }
      roster.offer(longs, ints);
    }
    return List.of(roster).iterator();
  }
}
