package org.throughline.feed;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import org.throughline.feed.Inspection.Readable;

/** The characters of a chunk; malformed bytes are refused with their line. */
final class StrictReader extends Reader {
  private final Path file;
  private final Readable readable;
  private final Chunk chunk;
  private final Reader characters;

  StrictReader(Path file, Readable readable, Chunk chunk) throws IOException {
    this.file = file;
    this.readable = readable;
    this.chunk = chunk;
    characters =
        new InputStreamReader(range(file, readable, chunk), Encodings.strict(readable.charset()));
  }

  private static InputStream range(Path file, Readable readable, Chunk chunk) throws IOException {
    InputStream in = FileInspector.open(file, readable.packing());
    try {
      in.skipNBytes(chunk.from());
    } catch (IOException e) {
      in.close();
      throw e;
    }
    return new Range(in, chunk.to() - chunk.from());
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    try {
      return characters.read(buffer, offset, length);
    } catch (CharacterCodingException e) {
      throw new FeedFileException(located(), e);
    }
  }

  /** Reads the chunk again from its start: the decoder does not say where it failed. */
  private String located() throws IOException {
    RowScan rows = new RowScan(readable.delimiter(), 0, Long.MAX_VALUE);
    try (InputStream in = range(file, readable, chunk)) {
      new ContentScan(readable.charset(), rows).read(in, 0);
    } catch (FeedFileException e) {
      return Encodings.malformed(chunk.firstLine() + rows.line() - 1, readable.charset());
    }
    return Encodings.malformed(chunk.firstLine(), readable.charset());
  }

  @Override
  public void close() throws IOException {
    characters.close();
  }

  /** The first bytes of a stream. */
  private static final class Range extends FilterInputStream {
    private long left;

    Range(InputStream in, long length) {
      super(in);
      left = length;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      if (left == 0) {
        return -1;
      }
      int read = in.read(buffer, offset, (int) Math.min(length, left));
      left -= Math.max(read, 0);
      return read;
    }

    @Override
    public int available() throws IOException {
      return (int) Math.min(in.available(), left);
    }
  }
}
