package org.throughline.feed;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Reads a file's uncompressed bytes once, from first to last: hashes them, checks that they are
 * what the encoding allows, and finds the rows.
 */
final class ContentScan {
  private static final int BLOCK = 1 << 16;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
  private static final long HIGH_BITS = 0x8080808080808080L;

  private final MessageDigest digest;
  private final RowScan rows;
  private final ChunkSums sums;
  private final FeedLimits limits;
  private final Charset charset;
  private final CharsetDecoder decoder;
  private final boolean bytewise;
  private final CharBuffer characters = CharBuffer.allocate(BLOCK);
  private final byte[] narrowed = new byte[BLOCK];
  // bytes of a character whose rest comes with the next block, then that block
  private final byte[] block = new byte[BLOCK + 8];
  private int carried;
  private long total;

  ContentScan(Charset charset, RowScan rows, FeedLimits limits) {
    this.charset = charset;
    this.rows = rows;
    this.limits = limits;
    sums = new ChunkSums(rows, rows.start());
    decoder = Encodings.strict(charset);
    bytewise = Encodings.asciiCompatible(charset);
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  /**
   * @param skipped bytes of the byte-order mark: hashed, not scanned
   * @throws FeedFileException if bytes are malformed, a quote is never closed, or a limit is passed
   */
  void read(InputStream in, int skipped) throws IOException {
    byte[] mark = in.readNBytes(skipped);
    digest.update(mark);
    total = mark.length;
    while (true) {
      int read = in.readNBytes(block, carried, BLOCK);
      digest.update(block, carried, read);
      total += read;
      boolean last = read < BLOCK;
      if (bytewise) {
        takeBytes(carried + read, last);
      } else {
        takeCharacters(carried + read, last);
      }
      Optional<String> fault = last ? rows.fault() : rows.faultSoFar();
      if (fault.isPresent()) {
        throw new FeedFileException(fault.get());
      }
      limits.check(total, in instanceof GzipStream gzip ? gzip.packedBytes() : total, rows.line());
      if (last) {
        return;
      }
    }
  }

  private void takeBytes(int length, boolean last) throws FeedFileException {
    if (carried == 0 && ascii(block, length)) {
      rows.take(block, 0, length);
      sums.take(block, length);
      return;
    }
    ByteBuffer bytes = ByteBuffer.wrap(block, 0, length);
    CoderResult result;
    do {
      characters.clear();
      result = decoder.decode(bytes, characters, last);
    } while (result.isOverflow());
    rows.take(block, 0, bytes.position());
    sums.take(block, bytes.position());
    finish(bytes, result);
  }

  /** Line ends, quotes and delimiters as bytes; every other character as some letter. */
  private void takeCharacters(int length, boolean last) throws FeedFileException {
    ByteBuffer bytes = ByteBuffer.wrap(block, 0, length);
    CoderResult result;
    do {
      characters.clear();
      result = decoder.decode(bytes, characters, last);
      int decoded = characters.position();
      for (int i = 0; i < decoded; i++) {
        char c = characters.get(i);
        narrowed[i] = c < 0x80 ? (byte) c : (byte) 'x';
      }
      rows.take(narrowed, 0, decoded);
    } while (result.isOverflow());
    sums.take(block, bytes.position());
    finish(bytes, result);
  }

  private void finish(ByteBuffer bytes, CoderResult result) throws FeedFileException {
    if (result.isError()) {
      throw new FeedFileException(Encodings.malformed(rows.line(), charset));
    }
    carried = bytes.remaining();
    bytes.get(block, 0, carried);
  }

  private static boolean ascii(byte[] bytes, int length) {
    long all = 0;
    int i = 0;
    for (; i + 8 <= length; i += 8) {
      all |= (long) LONGS.get(bytes, i);
    }
    for (; i < length; i++) {
      all |= bytes[i];
    }
    return (all & HIGH_BITS) == 0;
  }

  String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Check sums of chunks, after the last byte. */
  ChunkSums sums() {
    return sums;
  }

  /** Bytes read, with the byte-order mark. */
  long total() {
    return total;
  }
}
