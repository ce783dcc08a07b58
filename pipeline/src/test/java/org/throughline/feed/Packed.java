package org.throughline.feed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Gzip for tests. */
final class Packed {
  private Packed() {}

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  /** In one member or in two. */
  static byte[] gzip(byte[] bytes, Random random) {
    if (random.nextBoolean()) {
      return gzip(bytes);
    }
    int at = random.nextInt(bytes.length + 1);
    return join(gzip(Arrays.copyOf(bytes, at)), gzip(Arrays.copyOfRange(bytes, at, bytes.length)));
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
