package org.throughline.feed;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.throughline.feed.Encodings.Mark;
import org.throughline.feed.Inspection.Packing;
import org.throughline.feed.Inspection.Readable;
import org.throughline.feed.Inspection.Refused;

/** Takes a first look at a delivered file. */
public final class FileInspector {
  /** Least length of a chunk, about a second's work. */
  static final long CHUNK_BYTES = 32L << 20;

  private static final int HEAD_BYTES = 1 << 16;

  private FileInspector() {}

  /**
   * Recognises the feed, finds the columns, hashes the content and finds where it can be cut: a
   * plain file in an ASCII-compatible encoding in chunks of about 32 MB, others not at all. Reads
   * the whole file once, so that a truncated or malformed one is refused before any row is taken.
   *
   * @throws IOException if the file cannot be opened or read
   */
  public static Inspection inspect(Path file, SourceProfile profile) throws IOException {
    return inspect(file, profile, CHUNK_BYTES);
  }

  static Inspection inspect(Path file, SourceProfile profile, long chunkBytes) throws IOException {
    if (Files.isDirectory(file)) {
      return new Refused("this is a folder, not a file");
    }
    try {
      return look(file, profile, chunkBytes);
    } catch (FeedFileException e) {
      return new Refused(e.getMessage());
    } catch (EOFException e) {
      return new Refused("the gzip file breaks off before its end; deliver it again");
    } catch (ZipException e) {
      return new Refused("the gzip file is damaged; deliver it again");
    }
  }

  private static Inspection look(Path file, SourceProfile profile, long chunkBytes)
      throws IOException {
    byte[] magic = head(file, Packing.PLAIN, 4);
    if (Encodings.starts(magic, 'P', 'K', 3, 4)) {
      throw new FeedFileException(
          "this is a zip archive or a workbook; save each sheet as CSV, or unpack it");
    }
    Packing packing = Encodings.starts(magic, 0x1f, 0x8b) ? Packing.GZIP : Packing.PLAIN;
    byte[] head = head(file, packing, HEAD_BYTES);
    Mark mark = Mark.of(head, profile.encoding());
    Charset charset = Charset.forName(mark.encoding());
    String text = new String(head, mark.bytes(), head.length - mark.bytes(), charset);
    FeedHeader header = FeedHeader.recognise(file.getFileName().toString(), text, profile);

    boolean whole = packing == Packing.GZIP || !Encodings.asciiCompatible(charset);
    RowScan rows =
        new RowScan(header.map().delimiter(), mark.bytes(), whole ? Long.MAX_VALUE : chunkBytes);
    ContentScan content = new ContentScan(charset, rows);
    try (InputStream in = open(file, packing)) {
      content.read(in, mark.bytes());
    }
    if (rows.fault().isPresent()) {
      return new Refused(rows.fault().get());
    }
    List<Chunk> chunks =
        whole ? List.of(new Chunk(mark.bytes(), content.total(), 1)) : rows.chunks();
    return new Readable(
        header.feed(),
        content.sha256(),
        content.total(),
        charset.name(),
        mark.bytes(),
        header.map(),
        chunks,
        packing,
        header.unknown());
  }

  private static byte[] head(Path file, Packing packing, int bytes) throws IOException {
    try (InputStream in = open(file, packing)) {
      return in.readNBytes(bytes);
    }
  }

  /** The uncompressed bytes of a file. */
  static InputStream open(Path file, Packing packing) throws IOException {
    InputStream raw = Files.newInputStream(file);
    if (packing == Packing.PLAIN) {
      return raw;
    }
    try {
      return new GZIPInputStream(new BufferedInputStream(raw, 1 << 16), 1 << 16);
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }
}
