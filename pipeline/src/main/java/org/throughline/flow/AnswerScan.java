package org.throughline.flow;

import com.google.common.collect.Iterators;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/** Finds accepted rows that supersede refused ones: (number of the key, delivery) each. */
final class AnswerScan implements FlatMapFunction<Iterator<ColumnarBatch>, int[]> {
  private static final long serialVersionUID = 1L;

  private final Broadcast<RefusedKeys> refused;
  private final Broadcast<DeliveryOrder> order;

  AnswerScan(Broadcast<RefusedKeys> refused, Broadcast<DeliveryOrder> order) {
    this.refused = refused;
    this.order = order;
  }

  @Override
  public Iterator<int[]> call(Iterator<ColumnarBatch> batches) {
    Iterator<InternalRow> rows =
        Iterators.concat(Iterators.transform(batches, ColumnarBatch::rowIterator));
    RefusedKeys keys = refused.value();
    DeliveryOrder ranks = order.value();
    BitSet found = new BitSet();
    int[] answers = new int[16];
    int end = 0;
    while (rows.hasNext()) {
      InternalRow row = rows.next();
      int rank = ranks.rank(row.getInt(1));
      if (rank == DeliveryOrder.NOT_STANDING) {
        continue;
      }
      int number = keys.superseded(row.getLong(0), DeliveryOrder.version(rank, row.getLong(2)));
      if (number != LongTable.ABSENT && !found.get(number)) {
        found.set(number);
        if (end == answers.length) {
          answers = Arrays.copyOf(answers, end * 2);
        }
        answers[end++] = number;
        answers[end++] = row.getInt(1);
      }
    }
    return List.of(Arrays.copyOf(answers, end)).iterator();
  }
}
