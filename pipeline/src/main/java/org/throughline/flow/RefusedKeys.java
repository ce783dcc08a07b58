package org.throughline.flow;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Optional;
import org.throughline.lake.QuarantineKey.Reject;

/**
 * Keys of rows that parsing refused, each with the latest of its rows: 28 bytes a key. Goes to
 * executors.
 */
final class RefusedKeys implements Serializable {
  private static final long serialVersionUID = 1L;

  private final LongTable numbers = new LongTable(64);
  private long[] versions = new long[64];
  private int size;

  int size() {
    return size;
  }

  /**
   * Adds a row.
   *
   * @return the version of the other row of its key that is no longer the latest: this or an
   *     earlier one
   */
  Optional<Long> add(long key, long version) {
    int number = numbers.putIfAbsent(key, size);
    if (number == LongTable.ABSENT) {
      if (size == versions.length) {
        versions = Arrays.copyOf(versions, size * 2);
      }
      versions[size++] = version;
      return Optional.empty();
    }
    long other = versions[number];
    versions[number] = Math.max(other, version);
    return Optional.of(Math.min(other, version));
  }

  /** The number of a key whose row is refused and of an earlier version, or -1. */
  int superseded(long key, long version) {
    int number = numbers.get(key);
    return number != LongTable.ABSENT && versions[number] < version ? number : LongTable.ABSENT;
  }

  long latest(long key) {
    return versions[numbers.get(key)];
  }

  /** The row that a number stands for. */
  Reject row(int number, DeliveryOrder order) {
    return of(versions[number], order);
  }

  static Reject of(long version, DeliveryOrder order) {
    return new Reject(order.number(DeliveryOrder.rankOf(version)), DeliveryOrder.lineOf(version));
  }
}
