package org.throughline.lake;

import java.util.List;
import java.util.stream.Stream;
import org.apache.iceberg.FieldMetrics;
import org.apache.iceberg.parquet.ParquetValueWriter;
import org.apache.iceberg.parquet.TripleWriter;
import org.apache.iceberg.shaded.org.apache.parquet.column.ColumnWriteStore;
import org.apache.iceberg.shaded.org.apache.parquet.io.api.Binary;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Writes rows without nested columns as Iceberg's writer does, but without an object for each cell.
 */
final class FlatRowWriter implements ParquetValueWriter<InternalRow> {
  private static final List<DataType> KINDS =
      List.of(
          DataTypes.IntegerType,
          DataTypes.DateType,
          DataTypes.LongType,
          DataTypes.BooleanType,
          DataTypes.StringType);
  private static final int TEXTS = 16;

  private enum Cell {
    INT,
    LONG,
    BOOLEAN,
    TEXT
  }

  private final ParquetValueWriter<InternalRow> columnByColumn;
  private final TripleWriter<?>[] columns;
  private final Cell[] cells;
  private final UTF8String[][] texts;
  private final Binary[][] binaries;

  /**
   * @param columnByColumn Iceberg's writer of the same rows, whose columns are used
   */
  FlatRowWriter(StructType schema, ParquetValueWriter<InternalRow> columnByColumn) {
    this.columnByColumn = columnByColumn;
    columns = columnByColumn.columns().toArray(TripleWriter<?>[]::new);
    cells = Stream.of(schema.fields()).map(FlatRowWriter::cell).toArray(Cell[]::new);
    texts = new UTF8String[cells.length][TEXTS];
    binaries = new Binary[cells.length][TEXTS];
  }

  /** Whether it can write rows of these columns. */
  static boolean canWrite(StructType schema) {
    return Stream.of(schema.fields()).allMatch(field -> KINDS.contains(field.dataType()));
  }

  private static Cell cell(StructField field) {
    DataType type = field.dataType();
    if (type.equals(DataTypes.LongType)) {
      return Cell.LONG;
    }
    if (type.equals(DataTypes.BooleanType)) {
      return Cell.BOOLEAN;
    }
    return type.equals(DataTypes.StringType) ? Cell.TEXT : Cell.INT;
  }

  @Override
  public void write(int repetitionLevel, InternalRow row) {
    for (int i = 0; i < cells.length; i++) {
      TripleWriter<?> column = columns[i];
      if (row.isNullAt(i)) {
        column.writeNull(repetitionLevel, 0);
        continue;
      }
      switch (cells[i]) {
        case INT -> column.writeInteger(repetitionLevel, row.getInt(i));
        case LONG -> column.writeLong(repetitionLevel, row.getLong(i));
        case BOOLEAN -> column.writeBoolean(repetitionLevel, row.getBoolean(i));
        case TEXT -> column.writeBinary(repetitionLevel, binary(i, row.getUTF8String(i)));
      }
    }
  }

  /** Rows of a feed repeat a few texts, each as one and the same object. */
  @SuppressWarnings("ReferenceEquality") // only the same object is surely the same text
  private Binary binary(int column, UTF8String text) {
    UTF8String[] known = texts[column];
    int place = System.identityHashCode(text) & (TEXTS - 1);
    if (known[place] != text) {
      known[place] = text;
      binaries[column][place] = Binary.fromConstantByteArray(text.getBytes());
    }
    return binaries[column][place];
  }

  @Override
  public List<TripleWriter<?>> columns() {
    return columnByColumn.columns();
  }

  @Override
  public void setColumnStore(ColumnWriteStore columnStore) {
    columnByColumn.setColumnStore(columnStore);
  }

  @Override
  public Stream<FieldMetrics<?>> metrics() {
    return columnByColumn.metrics();
  }
}
