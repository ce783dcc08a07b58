package org.throughline.flow;

import java.io.Serializable;

/**
 * Finds row keys that may come more than once, in one pass and without moving a key: each key sets
 * one bit of many, and a bit that was set before is marked. A key whose bit is not marked came
 * once; one whose bit is marked may have, and is looked at closely.
 */
final class KeyBits implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final int LEAST_BITS = 1 << 16;
  private static final long MOST_BYTES_OF_A_JOB = 256L << 20;

  private final long[] once;
  private final long[] again;

  private KeyBits(int words) {
    once = new long[words];
    again = new long[words];
  }

  /**
   * Bits for a job: at least eight a key, so that about one key in ten is marked by chance, as long
   * as all tasks' results together stay small.
   */
  static KeyBits sized(long keys, int tasks) {
    long bits = LEAST_BITS;
    while (bits < keys * 8 && bits / 2 * tasks <= MOST_BYTES_OF_A_JOB) {
      bits *= 2;
    }
    return new KeyBits(Math.toIntExact(bits / Long.SIZE));
  }

  void add(long key) {
    long bit = bit(key);
    int word = (int) (bit >>> 6);
    long mask = 1L << bit;
    again[word] |= once[word] & mask;
    once[word] |= mask;
  }

  /** Adds what another task saw; both have one size. */
  void merge(KeyBits other) {
    for (int word = 0; word < once.length; word++) {
      again[word] |= other.again[word] | (once[word] & other.once[word]);
      once[word] |= other.once[word];
    }
  }

  boolean mayComeAgain(long key) {
    long bit = bit(key);
    return (again[(int) (bit >>> 6)] & (1L << bit)) != 0;
  }

  private long bit(long key) {
    return LongTable.mix(key) & (once.length * (long) Long.SIZE - 1);
  }
}
