package org.throughline.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.data.parquet.GenericParquetWriter;
import org.apache.iceberg.io.DataWriter;
import org.apache.iceberg.parquet.Parquet;

/** Writes the few rows of small tables on the driver. */
final class SmallTables {
  private SmallTables() {}

  /** Writes a data file that is yet to be committed. */
  static DataFile write(Table table, List<Record> rows) {
    String name = FileFormat.PARQUET.addExtension(UUID.randomUUID().toString());
    try {
      DigestedOutput file =
          new DigestedOutput(
              table.io().newOutputFile(table.locationProvider().newDataLocation(name)));
      DataWriter<Record> writer =
          new HashedWriter<>(
              Parquet.write(file)
                  .forTable(table)
                  .createWriterFunc(type -> GenericParquetWriter.create(table.schema(), type))
                  .overwrite()
                  .build(),
              file,
              table);
      try (writer) {
        rows.forEach(writer::write);
      }
      return writer.toDataFile();
    } catch (IOException e) {
      throw new UncheckedIOException("table " + table.name() + " cannot be written", e);
    }
  }
}
