package org.throughline.feed;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import java.util.zip.ZipException;
import org.throughline.feed.Inspection.Readable;

/**
 * The characters of a chunk, which must be what the first look found: every fault that it would
 * have found, another check sum, and another size, date or file of this name mean that the file has
 * changed since.
 */
final class StrictReader extends Reader {
  private final Reader characters;

  StrictReader(Path file, Readable readable, Chunk chunk) throws IOException {
    InputStream in;
    try {
      in = FileInspector.open(file, readable.packing());
    } catch (NoSuchFileException | EOFException | ZipException e) {
      throw FileStamp.changed();
    }
    characters =
        new InputStreamReader(
            new Range(in, file, readable.stamp(), chunk), Encodings.strict(readable.charset()));
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    try {
      return characters.read(buffer, offset, length);
    } catch (CharacterCodingException | EOFException | ZipException e) {
      throw FileStamp.changed();
    }
  }

  @Override
  public void close() throws IOException {
    characters.close();
  }

  /** The bytes of a chunk. */
  private static final class Range extends FilterInputStream {
    private final Path file;
    private final FileStamp stamp;
    private final Chunk chunk;
    private final CRC32C sum = new CRC32C();
    private long before;
    private long left;

    Range(InputStream in, Path file, FileStamp stamp, Chunk chunk) {
      super(in);
      this.file = file;
      this.stamp = stamp;
      this.chunk = chunk;
      before = chunk.from();
      left = chunk.to() - chunk.from();
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      if (before > 0) {
        in.skipNBytes(before);
        before = 0;
      }
      if (left == 0) {
        return -1;
      }
      int read = in.read(buffer, offset, (int) Math.min(length, left));
      if (read < 0) {
        throw FileStamp.changed();
      }
      sum.update(buffer, offset, read);
      left -= read;
      if (left == 0) {
        atEnd();
      }
      return read;
    }

    private void atEnd() throws IOException {
      if ((int) sum.getValue() != chunk.sum()) {
        throw FileStamp.changed();
      }
      stamp.check(file);
    }

    @Override
    public int available() throws IOException {
      return (int) Math.min(in.available(), left);
    }
  }
}
