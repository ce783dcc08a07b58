package org.throughline.flow;

import java.io.Serializable;

/**
 * Finds row keys that may come more than once, in one pass and without moving a key: each key sets
 * one bit of many, and a bit that was set before is marked. A key whose bit is not marked came
 * once; one whose bit is marked may have, and is looked at closely.
 *
 * <p>Bits lie at random in more memory than a processor keeps near, so keys are taken many at once:
 * short loops let it wait for several of them at the same time.
 */
final class KeyBits implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final int LEAST_BITS = 1 << 16;
  private static final long MOST_BYTES_OF_A_JOB = 256L << 20;

  private final long[] words; // by turns 64 bits that are set, and 64 that were set again

  private KeyBits(int words) {
    this.words = new long[words * 2];
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

  /** Adds the first of some keys. */
  void add(long[] keys, int count) {
    int mask = words.length / 2 - 1;
    for (int i = 0; i < count; i++) {
      long bit = LongTable.mix(keys[i]);
      int word = ((int) (bit >>> 6) & mask) << 1;
      long one = 1L << bit;
      words[word + 1] |= words[word] & one;
      words[word] |= one;
    }
  }

  /** Adds what another task saw; both have one size. */
  void merge(KeyBits other) {
    for (int word = 0; word < words.length; word += 2) {
      words[word + 1] |= other.words[word + 1] | (words[word] & other.words[word]);
      words[word] |= other.words[word];
    }
  }

  /** The marks alone, which is what tasks need that look closely. */
  Marks marks() {
    long[] marked = new long[words.length / 2];
    for (int word = 0; word < marked.length; word++) {
      marked[word] = words[2 * word + 1];
    }
    return new Marks(marked);
  }

  /** Which keys may come more than once. */
  static final class Marks implements Serializable {
    private static final long serialVersionUID = 1L;

    private final long[] marked;

    private Marks(long[] marked) {
      this.marked = marked;
    }

    /** All keys may. */
    static Marks all() {
      return new Marks(new long[] {-1L});
    }

    /**
     * Picks the keys that may come more than once.
     *
     * @param at filled with their places
     * @return how many they are
     */
    int pick(long[] keys, int count, int[] at) {
      int mask = marked.length - 1;
      int picked = 0;
      for (int i = 0; i < count; i++) {
        long bit = LongTable.mix(keys[i]);
        at[picked] = i;
        picked += (int) (marked[(int) (bit >>> 6) & mask] >>> bit) & 1;
      }
      return picked;
    }
  }
}
