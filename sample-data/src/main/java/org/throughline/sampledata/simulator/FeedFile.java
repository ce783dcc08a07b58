package org.throughline.sampledata.simulator;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.csv.CSVPrinter;

/**
 * One feed file being written. Rows gather in memory and are appended to the file from time to
 * time, so that a thousand files can be under way without a thousand open ones. Not safe for
 * threads.
 */
final class FeedFile {

  /** More faulty rows than this share of a file would come near to stopping a run. */
  private static final double MOST_FAULTY = 0.025;

  private final Path plain;
  private final SiteExport export;
  private final int spillAt;
  private final StringBuilder pending = new StringBuilder();
  private final CSVPrinter printer;
  private long rows;
  private long faulty;

  /** Begins the file with its header; the folder exists, the file does not. */
  FeedFile(Path plain, SiteExport export, Feed feed, int spillAt) throws IOException {
    this.plain = plain;
    this.export = export;
    this.spillAt = spillAt;
    this.printer = new CSVPrinter(pending, export.format());
    printer.printRecord(export.header(feed));
    Files.createFile(plain);
  }

  void add(FeedRow row) throws IOException {
    printer.printRecord(export.cells(row));
    rows++;
    if (pending.length() >= spillAt) {
      spill();
    }
  }

  boolean bearsAnotherFault() {
    return faulty + 1 <= rows * MOST_FAULTY;
  }

  void addFaulty(FeedRow row) throws IOException {
    add(row);
    faulty++;
  }

  private void spill() throws IOException {
    // Strict: a character that the site's encoding lacks is a mistake of ours, not a question mark.
    ByteBuffer bytes =
        export
            .charset()
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .encode(CharBuffer.wrap(pending));
    try (OutputStream out = Files.newOutputStream(plain, StandardOpenOption.APPEND)) {
      out.write(bytes.array(), bytes.arrayOffset(), bytes.limit());
    }
    pending.setLength(0);
  }

  /** Writes what is pending. */
  void finish() throws IOException {
    spill();
  }

  /** Replaces the finished plain file by a gzipped one; its header bears no time. */
  void gzip() throws IOException {
    Path packed = plain.resolveSibling(plain.getFileName() + ".gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed), 1 << 16)) {
      Files.copy(plain, out);
    }
    Files.delete(plain);
  }
}
