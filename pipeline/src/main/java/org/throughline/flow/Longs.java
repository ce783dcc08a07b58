package org.throughline.flow;

import java.util.Arrays;
import org.apache.spark.sql.vectorized.ColumnVector;

/** A column of a batch as an array that is used again for the next batch. */
final class Longs {
  private long[] values = new long[0];

  /** The values of a column without empty cells, and beyond them what was there before. */
  long[] of(ColumnVector column, int rows) {
    if (values.length < rows) {
      values = Arrays.copyOf(values, rows);
    }
    for (int i = 0; i < rows; i++) {
      values[i] = column.getLong(i);
    }
    return values;
  }
}
