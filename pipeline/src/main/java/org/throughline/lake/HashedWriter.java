package org.throughline.lake;

import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.DataWriter;
import org.apache.iceberg.io.FileAppender;
import org.jspecify.annotations.Nullable;

/** A writer whose data file carries its SHA-256 to the commit (see {@link FileHashes}). */
final class HashedWriter<T> extends DataWriter<T> {
  private final DigestedOutput output;
  private final Table table;
  private @Nullable DataFile written;

  /**
   * @param appender writes into the output
   */
  HashedWriter(FileAppender<T> appender, DigestedOutput output, Table table) {
    super(appender, FileFormat.PARQUET, output.location(), table.spec(), null, null);
    this.output = output;
    this.table = table;
  }

  @Override
  public DataFile toDataFile() {
    DataFile file = written;
    if (file == null) {
      file = FileHashes.carry(super.toDataFile(), table.spec(), output.sha256());
      written = file;
    }
    return file;
  }
}
