package org.throughline.lake;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.Schema;
import org.apache.iceberg.SerializableTable;
import org.apache.iceberg.Table;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.DataWriter;
import org.apache.iceberg.io.FileAppender;
import org.apache.iceberg.parquet.Parquet;
import org.apache.iceberg.parquet.ParquetValueWriter;
import org.apache.iceberg.spark.SparkSchemaUtil;
import org.apache.iceberg.spark.data.SparkParquetReaders;
import org.apache.iceberg.spark.data.SparkParquetWriters;
import org.apache.iceberg.spark.data.vectorized.VectorizedSparkParquetReaders;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads a table's Parquet files inside Spark tasks, past the planner: a file belongs to
 * the table only once the driver commits it. Goes to executors.
 */
public final class TableFiles implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int BATCH = 4_096;

  private final Table table;

  /**
   * @param table as it is now; later snapshots are not seen
   */
  public TableFiles(Table table) {
    this.table = SerializableTable.copyOf(table);
  }

  /** The columns as Spark types, in order. */
  public StructType sparkSchema() {
    return SparkSchemaUtil.convert(table.schema());
  }

  /**
   * A writer of a new file under a name that no other attempt uses. The file's SHA-256 is taken on
   * the way and goes with the data file to its commit.
   *
   * @throws IOException if the file cannot be made
   */
  public DataWriter<InternalRow> writer() throws IOException {
    DigestedOutput file =
        new DigestedOutput(
            table
                .io()
                .newOutputFile(
                    table
                        .locationProvider()
                        .newDataLocation(
                            FileFormat.PARQUET.addExtension(UUID.randomUUID().toString()))));
    StructType sparkSchema = sparkSchema();
    FileAppender<InternalRow> appender =
        Parquet.write(file)
            .forTable(table)
            .createWriterFunc(
                type -> {
                  ParquetValueWriter<InternalRow> any =
                      SparkParquetWriters.buildWriter(sparkSchema, type);
                  return FlatRowWriter.canWrite(sparkSchema)
                      ? new FlatRowWriter(sparkSchema, any)
                      : any;
                })
            .overwrite()
            .build();
    return new HashedWriter<>(appender, file, table);
  }

  /**
   * The rows of a file in their order. A row is filled anew for the next one.
   *
   * @param path of a data file
   * @param filter row groups without any matching row are passed over; others come whole
   */
  public CloseableIterable<InternalRow> read(String path, Expression filter) {
    Schema schema = table.schema();
    return Parquet.read(table.io().newInputFile(path))
        .project(schema)
        .filter(filter)
        .createReaderFunc(type -> SparkParquetReaders.buildReader(schema, type))
        .reuseContainers()
        .build();
  }

  /**
   * The rows of a file in their order, each as an array of cells in the order of the columns: a
   * list of ints is one {@code int[]}, a list of texts one {@code String[]}; other cells are {@code
   * Integer} (days for dates), {@code Long} or {@code String}, and null where empty.
   *
   * @param path of a data file
   * @throws IllegalArgumentException if the table has columns of other kinds
   */
  public CloseableIterable<@Nullable Object[]> readCells(String path) {
    Schema schema = table.schema();
    return Parquet.read(table.io().newInputFile(path))
        .project(schema)
        .createReaderFunc(type -> new CellReader(schema, type))
        .build();
  }

  /**
   * A part of a data file: the row groups that begin in it.
   *
   * @param path of the file
   * @param start first byte
   * @param length in bytes
   */
  public record Part(String path, long start, long length) implements Serializable {}

  /**
   * Some columns of a part of a file, in batches whose memory is used again for the next one.
   *
   * @param columns names, in the order in which the batches have them
   */
  public CloseableIterable<ColumnarBatch> readBatches(Part part, List<String> columns) {
    Schema schema =
        new Schema(columns.stream().map(column -> table.schema().findField(column)).toList());
    return Parquet.read(table.io().newInputFile(part.path()))
        .project(schema)
        .split(part.start(), part.length())
        .recordsPerBatch(BATCH)
        .createBatchedReaderFunc(
            file -> VectorizedSparkParquetReaders.buildReader(schema, file, Map.of()))
        .reuseContainers()
        .build();
  }

  /** Removes files that were written and will not be committed. */
  public void discard(List<DataFile> files) {
    files.forEach(file -> table.io().deleteFile(file.location()));
  }
}
