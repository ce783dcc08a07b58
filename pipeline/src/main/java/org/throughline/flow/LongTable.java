package org.throughline.flow;

import java.io.Serializable;
import java.util.Arrays;

/** Numbers 64-bit keys: a hash table of primitive values with open addressing. */
final class LongTable implements Serializable {
  private static final long serialVersionUID = 1L;

  /** No number: the key is not there. */
  static final int ABSENT = -1;

  private long[] keys;
  private int[] values; // one above the number; 0 marks a free slot
  private int size;

  /**
   * @param expected keys to come; more are taken too
   */
  LongTable(int expected) {
    int capacity = 16;
    while (capacity < expected * 2L && capacity < 1 << 30) {
      capacity <<= 1;
    }
    keys = new long[capacity];
    values = new int[capacity];
  }

  int size() {
    return size;
  }

  /** The number of a key, or {@link #ABSENT}. */
  int get(long key) {
    return values[slot(key)] - 1;
  }

  boolean contains(long key) {
    return get(key) != ABSENT;
  }

  /** The number that the key has already, or {@link #ABSENT} if it has got this one now. */
  int putIfAbsent(long key, int number) {
    int slot = slot(key);
    if (values[slot] != 0) {
      return values[slot] - 1;
    }
    keys[slot] = key;
    values[slot] = number + 1;
    if (++size * 2L > keys.length) {
      grow();
    }
    return ABSENT;
  }

  /** Gives the key a number, whether or not it has one. */
  void put(long key, int number) {
    if (putIfAbsent(key, number) != ABSENT) {
      values[slot(key)] = number + 1;
    }
  }

  /** The keys, in no order. */
  long[] keys() {
    long[] all = new long[size];
    int n = 0;
    for (int i = 0; i < keys.length; i++) {
      if (values[i] != 0) {
        all[n++] = keys[i];
      }
    }
    return Arrays.copyOf(all, n);
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) mix(key) & mask;
    while (values[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldValues = values;
    keys = new long[oldKeys.length * 2];
    values = new int[oldValues.length * 2];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldValues[i] != 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        values[slot] = oldValues[i];
      }
    }
  }

  /** Spreads a key over all bits: the finaliser of SplitMix64. */
  static long mix(long key) {
    long z = (key ^ (key >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
