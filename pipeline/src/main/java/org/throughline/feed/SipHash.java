package org.throughline.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.hash.Hashing;

/**
 * SipHash-2-4, a keyed hash of 64 bits (J.-P. Aumasson and D. J. Bernstein, "SipHash: a fast
 * short-input PRF", INDOCRYPT 2012), over the UTF-8 bytes of a text.
 *
 * <p>Written out here because Guava's allocates a hasher and a buffer for each row; ASCII texts are
 * hashed in place. Guava's is the oracle in the tests.
 */
final class SipHash {
  private final long k0;
  private final long k1;

  SipHash(long k0, long k1) {
    this.k0 = k0;
    this.k1 = k1;
  }

  long hash(String text) {
    int length = text.length();
    long v0 = k0 ^ 0x736f6d6570736575L;
    long v1 = k1 ^ 0x646f72616e646f6dL;
    long v2 = k0 ^ 0x6c7967656e657261L;
    long v3 = k1 ^ 0x7465646279746573L;
    long word = 0;
    int all = 0;
    for (int i = 0; i <= length; i++) {
      boolean end = i == length;
      int c = end ? 0 : text.charAt(i);
      all |= c;
      word |= (long) c << ((i & 7) << 3);
      if (end) {
        word |= (long) length << 56;
      }
      if (end || (i & 7) == 7) {
        v3 ^= word;
        for (int round = 0; round < 2; round++) {
          v0 += v1;
          v2 += v3;
          v1 = Long.rotateLeft(v1, 13) ^ v0;
          v3 = Long.rotateLeft(v3, 16) ^ v2;
          v0 = Long.rotateLeft(v0, 32);
          v2 += v1;
          v0 += v3;
          v1 = Long.rotateLeft(v1, 17) ^ v2;
          v3 = Long.rotateLeft(v3, 21) ^ v0;
          v2 = Long.rotateLeft(v2, 32);
        }
        v0 ^= word;
        word = 0;
      }
    }
    if (all >= 0x80) {
      return bytes(text);
    }
    v2 ^= 0xff;
    for (int round = 0; round < 4; round++) {
      v0 += v1;
      v2 += v3;
      v1 = Long.rotateLeft(v1, 13) ^ v0;
      v3 = Long.rotateLeft(v3, 16) ^ v2;
      v0 = Long.rotateLeft(v0, 32);
      v2 += v1;
      v0 += v3;
      v1 = Long.rotateLeft(v1, 17) ^ v2;
      v3 = Long.rotateLeft(v3, 21) ^ v0;
      v2 = Long.rotateLeft(v2, 32);
    }
    return v0 ^ v1 ^ v2 ^ v3;
  }

  private long bytes(String text) {
    return Hashing.sipHash24(k0, k1).hashBytes(text.getBytes(UTF_8)).asLong();
  }
}
