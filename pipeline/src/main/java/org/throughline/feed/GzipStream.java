package org.throughline.feed;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * The unpacked bytes of a gzip file (RFC 1952), all of its members one after the other.
 *
 * <p>Java's own stream takes whatever it cannot read after the first member for the end of the
 * file, so rows of a cut or damaged later member would vanish without a word. Here only zero bytes
 * may follow the last member, as tapes and some transfers add them.
 */
final class GzipStream extends InputStream {
  private static final int DEFLATE = 8;
  private static final int HEADER_SUM = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int RESERVED = 0xe0;
  private static final int END = -1;

  private final InputStream packed;
  private final byte[] buffer = new byte[1 << 16];
  private final Inflater inflater = new Inflater(true);
  private final CRC32 sum = new CRC32();
  private int at;
  private int limit;
  private long packedBefore;
  private long memberBytes;
  private boolean inMember;
  private boolean ended;

  /** Reads the header of the first member. */
  GzipStream(InputStream packed) throws IOException {
    this.packed = packed;
    header(next());
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? END : one[0] & 0xff;
  }

  /**
   * @throws EOFException if the file breaks off
   * @throws ZipException if it is damaged
   * @throws FeedFileException if something else follows the gzip data
   */
  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (!ended) {
      if (!inMember) {
        nextMember();
        continue;
      }
      int unpacked = inflate(bytes, offset, length);
      if (unpacked > 0) {
        sum.update(bytes, offset, unpacked);
        memberBytes += unpacked;
        return unpacked;
      }
      if (inflater.finished()) {
        at = limit - inflater.getRemaining();
        trailer();
      } else if (inflater.needsDictionary()) {
        throw new ZipException("needs a dictionary");
      } else if (inflater.needsInput()) {
        at = limit;
        if (peek() == END) {
          throw new EOFException("within a member");
        }
        inflater.setInput(buffer, at, limit - at);
      }
    }
    return END;
  }

  private int inflate(byte[] bytes, int offset, int length) throws IOException {
    try {
      return inflater.inflate(bytes, offset, length);
    } catch (DataFormatException e) {
      ZipException damaged = new ZipException("damaged");
      damaged.initCause(e);
      throw damaged;
    }
  }

  private void nextMember() throws IOException {
    int first = peek();
    boolean padded = false;
    while (first == 0) {
      padded = true;
      at++;
      first = peek();
    }
    if (first == END) {
      ended = true;
      return;
    }
    at++;
    if (padded || first != 0x1f) {
      throw new FeedFileException(
          "something else follows the end of the gzip data; pack the file anew, or deliver it"
              + " unpacked");
    }
    header(first);
  }

  private void header(int first) throws IOException {
    if (first != 0x1f || next() != 0x8b || next() != DEFLATE) {
      throw new ZipException("no gzip header");
    }
    int flags = next();
    if ((flags & RESERVED) != 0) {
      throw new ZipException("unknown flags");
    }
    skip(6);
    if ((flags & EXTRA) != 0) {
      skip(next() | next() << 8);
    }
    if ((flags & NAME) != 0) {
      skipText();
    }
    if ((flags & COMMENT) != 0) {
      skipText();
    }
    if ((flags & HEADER_SUM) != 0) {
      skip(2);
    }
    inflater.reset();
    inflater.setInput(buffer, at, limit - at);
    sum.reset();
    memberBytes = 0;
    inMember = true;
  }

  private void trailer() throws IOException {
    inMember = false;
    if (number() != sum.getValue() || number() != (memberBytes & 0xffffffffL)) {
      throw new ZipException("wrong check sum");
    }
  }

  private long number() throws IOException {
    return next() | next() << 8 | next() << 16 | (long) next() << 24;
  }

  private void skip(int bytes) throws IOException {
    for (int i = 0; i < bytes; i++) {
      next();
    }
  }

  private void skipText() throws IOException {
    while (next() != 0) {
      // a name or comment goes on to its zero
    }
  }

  private int next() throws IOException {
    int value = peek();
    if (value == END) {
      throw new EOFException("within a header or trailer");
    }
    at++;
    return value;
  }

  private int peek() throws IOException {
    if (at == limit) {
      packedBefore += limit;
      at = 0;
      limit = Math.max(0, packed.read(buffer, 0, buffer.length));
    }
    return at == limit ? END : buffer[at] & 0xff;
  }

  /** Packed bytes taken so far. */
  long packedBytes() {
    return packedBefore + (inMember ? limit - inflater.getRemaining() : at);
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    packed.close();
  }
}
