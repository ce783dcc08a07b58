package org.throughline.flow;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Optional;
import org.throughline.feed.FeedRow;

/**
 * The episodes that are known while files are received, with their first and last days: enough to
 * tell, while a row is parsed, that curation would set it aside. 36 bytes an episode. Goes to
 * executors.
 */
final class KnownEpisodes implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Numbers in a record: episode, what decides between versions, days. */
  static final int WIDTH = 3;

  /** In place of the days of an episode that is withdrawn. */
  static final long WITHDRAWN = pack(FeedRow.BLANK, FeedRow.BLANK);

  private final LongTable numbers = new LongTable(1024);
  private long[] versions = new long[1024];
  private long[] days = new long[1024];
  private int size;

  /**
   * Packs two days since 1970-01-01.
   *
   * @param discharged or {@link FeedRow#BLANK} while the episode is open
   */
  static long pack(int admitted, int discharged) {
    return ((long) admitted << Integer.SIZE) | (discharged & 0xffffffffL);
  }

  /** Keeps an episode unless a later version of it is there. */
  void offer(long episode, long version, long packedDays) {
    int number = numbers.putIfAbsent(episode, size);
    if (number == LongTable.ABSENT) {
      number = size++;
      if (size > days.length) {
        versions = Arrays.copyOf(versions, versions.length * 2);
        days = Arrays.copyOf(days, days.length * 2);
      }
    } else if (versions[number] >= version) {
      return;
    }
    versions[number] = version;
    days[number] = packedDays;
  }

  /** All of them as records, {@value #WIDTH} numbers each. */
  long[] records() {
    long[] records = new long[size * WIDTH];
    for (long episode : numbers.keys()) {
      int number = numbers.get(episode);
      records[number * WIDTH] = episode;
      records[number * WIDTH + 1] = versions[number];
      records[number * WIDTH + 2] = days[number];
    }
    return records;
  }

  /**
   * Why curation would set a row aside, by what is known now. Overlaps of placements are found by
   * curation only.
   *
   * @param on day of the event
   * @param endsWithCare whether the feed's events are out of place after discharge
   */
  Optional<Rule> judge(long episode, int on, EndsWithCare endsWithCare) {
    int number = numbers.get(episode);
    if (number == LongTable.ABSENT || days[number] == WITHDRAWN) {
      return Optional.of(Rule.HELD);
    }
    int discharged = (int) days[number];
    return Rule.broken(
        on,
        (int) (days[number] >> Integer.SIZE),
        discharged == FeedRow.BLANK || endsWithCare == EndsWithCare.NO
            ? Integer.MAX_VALUE
            : discharged);
  }

  /** Whether events of a feed are out of place after discharge. */
  enum EndsWithCare {
    YES,
    NO
  }
}
