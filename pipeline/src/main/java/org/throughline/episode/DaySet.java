package org.throughline.episode;

import java.util.Arrays;

/** A set of days 1, 2, …, one bit each: day d is bit d − 1. */
final class DaySet {
  private static final long[] NONE = {};
  private static final int WORD = Long.SIZE;

  private long[] words = NONE;

  /** Makes room for days up to one, so that {@link #put} may be used for them. */
  void reserve(int day) {
    int needed = (day + WORD - 1) / WORD;
    if (needed > words.length) {
      words = Arrays.copyOf(words, needed);
    }
  }

  /** Adds a day for which there is room if the bit is 1, else nothing. */
  void put(int day, int bit) {
    words[(day - 1) >>> 6] |= (long) bit << (day - 1);
  }

  /** Adds the days of a range, both ends included; nothing if it is empty. */
  void addRange(int from, int to) {
    if (to >= from) {
      reserve(to);
      for (int day = from; day <= to; day++) {
        put(day, 1);
      }
    }
  }

  void addAll(DaySet other) {
    reserve(other.words.length * WORD);
    for (int i = 0; i < other.words.length; i++) {
      words[i] |= other.words[i];
    }
  }

  /** The bits of a word, 64 days each; 0 beyond the last. */
  long word(int index) {
    return index < words.length ? words[index] : 0;
  }

  /** Number of words that may hold days. */
  int length() {
    return words.length;
  }

  /** Weeks with a day of the set, week k = days 7k−6 … 7k as bit k − 1. */
  long[] weeks() {
    int count = (words.length * WORD + 6) / 7;
    long[] weeks = new long[(count + WORD - 1) / WORD];
    for (int k = 0; k < count; k++) {
      int first = 7 * k;
      long days = word(first >>> 6) >>> first;
      if ((first & WORD - 1) > WORD - 7) {
        days |= word((first >>> 6) + 1) << -first;
      }
      if ((days & 0x7F) != 0) {
        weeks[k >>> 6] |= 1L << k;
      }
    }
    return weeks;
  }
}
