package org.throughline.flow;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.io.DataWriter;
import org.apache.spark.sql.catalyst.InternalRow;
import org.throughline.lake.TableFiles;

/** A data file of one table that is made when its first row comes. */
final class TaskFiles implements Closeable {
  private final TableFiles table;
  private Optional<DataWriter<InternalRow>> writer = Optional.empty();

  TaskFiles(TableFiles table) {
    this.table = table;
  }

  void write(InternalRow row) {
    writer().write(row);
  }

  private DataWriter<InternalRow> writer() {
    if (writer.isEmpty()) {
      try {
        writer = Optional.of(table.writer());
      } catch (IOException e) {
        throw new UncheckedIOException("a data file cannot be made", e);
      }
    }
    return writer.orElseThrow();
  }

  /** Ends the file; none where no row came. */
  List<DataFile> finish() throws IOException {
    close();
    return writer.map(DataWriter::toDataFile).map(List::of).orElse(List.of());
  }

  /** Ends the file and removes it. */
  void discard() throws IOException {
    table.discard(finish());
  }

  @Override
  public void close() throws IOException {
    if (writer.isPresent()) {
      writer.get().close();
    }
  }
}
