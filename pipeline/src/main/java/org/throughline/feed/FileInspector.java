package org.throughline.feed;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;
import org.throughline.feed.Encodings.Mark;
import org.throughline.feed.FeedHeader.Head;
import org.throughline.feed.Inspection.Packing;
import org.throughline.feed.Inspection.Readable;
import org.throughline.feed.Inspection.Refused;

/** Takes a first look at a delivered file. */
public final class FileInspector {
  /** Least length of a chunk, about a second's work. */
  static final long CHUNK_BYTES = 32L << 20;

  private static final int HEAD_BYTES = 1 << 16;

  private final Path file;
  private final SourceProfile profile;
  private final FeedLimits limits;

  private FileInspector(Path file, SourceProfile profile, FeedLimits limits) {
    this.file = file;
    this.profile = profile;
    this.limits = limits;
  }

  /**
   * Recognises the feed, finds the columns, hashes the content and finds where it can be cut: a
   * plain file in an ASCII-compatible encoding in chunks of about 32 MB, others not at all. Reads
   * the whole file once, so that a truncated or malformed one is refused before any row is taken;
   * in bounded memory, and no further than the limits.
   *
   * @throws IOException if the file cannot be opened or read
   */
  public static Inspection inspect(Path file, SourceProfile profile, FeedLimits limits)
      throws IOException {
    return inspect(file, profile, limits, CHUNK_BYTES);
  }

  static Inspection inspect(Path file, SourceProfile profile, FeedLimits limits, long chunkBytes)
      throws IOException {
    if (Files.isDirectory(file)) {
      return new Refused("this is a folder, not a file");
    }
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    if (!Files.isRegularFile(file)) {
      return new Refused(
          "this is a pipe or device, and a file must be read twice; save it as a file first");
    }
    try {
      return new FileInspector(file, profile, limits).look(chunkBytes);
    } catch (FeedFileException e) {
      return new Refused(e.getMessage());
    } catch (EOFException e) {
      return new Refused("the gzip file breaks off before its end; deliver it again");
    } catch (ZipException e) {
      return new Refused("the gzip file is damaged; deliver it again");
    }
  }

  private Inspection look(long chunkBytes) throws IOException {
    FileStamp stamp = FileStamp.of(file);
    Packing packing =
        Encodings.starts(head(Packing.PLAIN, 2), 0x1f, 0x8b) ? Packing.GZIP : Packing.PLAIN;
    byte[] head = head(packing, HEAD_BYTES);
    Optional<String> other = FileKinds.other(head);
    if (other.isPresent()) {
      return new Refused(other.get());
    }
    Mark mark = Mark.of(head, profile.encoding());
    Charset charset = Charset.forName(mark.encoding());
    FeedHeader header =
        FeedHeader.recognise(
            file.getFileName().toString(),
            new Head(
                new String(head, mark.bytes(), head.length - mark.bytes(), charset),
                head.length < HEAD_BYTES ? Head.Extent.WHOLE_FILE : Head.Extent.BEGINNING),
            profile,
            limits);

    boolean whole = packing == Packing.GZIP || !Encodings.asciiCompatible(charset);
    ContentScan content =
        new ContentScan(
            charset,
            new RowScan(
                header.map().dialect(), mark.bytes(), whole ? Long.MAX_VALUE : chunkBytes, limits),
            limits);
    try (InputStream in = open(file, packing)) {
      content.read(in, mark.bytes());
    }
    stamp.check(file);
    List<Chunk> chunks =
        whole
            ? List.of(new Chunk(mark.bytes(), content.total(), 1, content.sums().ofAll()))
            : content.sums().chunks();
    return new Readable(
        header.feed(),
        content.sha256(),
        content.total(),
        charset.name(),
        mark.bytes(),
        header.map(),
        chunks,
        packing,
        header.unknown(),
        stamp);
  }

  private byte[] head(Packing packing, int bytes) throws IOException {
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
      return new GzipStream(raw);
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }
}
