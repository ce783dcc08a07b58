package org.throughline.flow;

import org.apache.spark.sql.catalyst.InternalRow;
import org.throughline.episode.Checkins;
import org.throughline.episode.Relapses;
import org.throughline.episode.Sessions;
import org.throughline.episode.Timeline;
import org.throughline.feed.Feed;

/**
 * Packs a feed's events for the shuffle. A session or a check-in is one 64-bit number: from above,
 * 21 bits of the episode's number in its range, 31 bits of the packed event, 11 bits of minutes +
 * 1. Sorted as numbers they lie episode by episode, day by day.
 */
abstract class EventPacker {
  /** Where every feed has the day that the rules look at. */
  static final int DAY = 5;

  /** Most episodes in a range of the roster. */
  static final int MOST_EPISODES = 1 << 21;

  private static final int MINUTES_BITS = 11;
  private static final int LOCAL_SHIFT = 31 + MINUTES_BITS;

  /** Where records go. */
  final Outbox outbox;

  /** How events get there. */
  final Sent sent;

  private EventPacker(Outbox outbox, Sent sent) {
    this.outbox = outbox;
    this.sent = sent;
  }

  /** How an event is sent; a placement always goes with its version. */
  interface Sent {
    void session(int range, long version, long event);

    void checkin(int range, long version, long event);

    void relapse(int range, long version, long event, long end);
  }

  /** The feed's own columns, the day first. */
  static String[] columns(Feed feed) {
    return switch (feed) {
      case ATTENDANCE ->
          new String[] {"scheduled_on", "service", "status", "minutes", "mode", "family_present"};
      case CHECKINS ->
          new String[] {"checkin_on", "reported_use", "test_result", "role_kept", "craving"};
      case RELAPSES -> new String[] {"started_on", "ended_on", "severity", "source"};
      case PLACEMENTS -> new String[] {"from_on", "to_on", "tier"};
      case EPISODES -> throw new IllegalArgumentException("episodes are no events");
    };
  }

  /** Sends events of rows whose key comes once. */
  static EventPacker of(Feed feed, Outbox outbox) {
    return of(
        feed,
        outbox,
        new Sent() {
          @Override
          public void session(int range, long version, long event) {
            outbox.add(Chunk.Kind.SESSION, range, event);
          }

          @Override
          public void checkin(int range, long version, long event) {
            outbox.add(Chunk.Kind.CHECKIN, range, event);
          }

          @Override
          public void relapse(int range, long version, long event, long end) {
            outbox.add(Chunk.Kind.RELAPSE, range, event, end);
          }
        });
  }

  /** Sends events of rows that a later row may supersede; {@link StandingChunks} judges them. */
  static EventPacker ofDoubtful(Feed feed, Outbox outbox) {
    return of(
        feed,
        outbox,
        new Sent() {
          @Override
          public void session(int range, long version, long event) {
            outbox.add(Chunk.Kind.DOUBTFUL_SESSION, range, version, event);
          }

          @Override
          public void checkin(int range, long version, long event) {
            outbox.add(Chunk.Kind.DOUBTFUL_CHECKIN, range, version, event);
          }

          @Override
          public void relapse(int range, long version, long event, long end) {
            outbox.add(Chunk.Kind.DOUBTFUL_RELAPSE, range, version, event, end);
          }
        });
  }

  private static EventPacker of(Feed feed, Outbox outbox, Sent sent) {
    return switch (feed) {
      case ATTENDANCE -> new SessionPacker(outbox, sent);
      case CHECKINS -> new CheckinPacker(outbox, sent);
      case RELAPSES -> new RelapsePacker(outbox, sent);
      case PLACEMENTS -> new PlacementPacker(outbox, sent);
      case EPISODES -> throw new IllegalArgumentException("episodes are no events");
    };
  }

  /** Whether events some days after discharge are refused; check-ins are follow-up and welcome. */
  boolean endsWithCare() {
    return false;
  }

  /** Whether an event is needed, given whether its episode is built anew. */
  boolean wanted(boolean touched) {
    return touched;
  }

  /**
   * Puts an event into the outbox.
   *
   * @param range of the roster
   * @param local the episode's number in its range
   * @param day of the episode
   * @param admitted day of admission since 1970-01-01
   * @param version of the row
   */
  abstract void pack(InternalRow row, int range, int local, int day, int admitted, long version);

  static long event(int local, int packed, int minutes) {
    return ((long) local << LOCAL_SHIFT) | ((long) packed << MINUTES_BITS) | (minutes + 1);
  }

  static int local(long event) {
    return (int) (event >>> LOCAL_SHIFT);
  }

  static int packed(long event) {
    return (int) (event >>> MINUTES_BITS) & Integer.MAX_VALUE;
  }

  /** Minutes, or -1. */
  static int minutes(long event) {
    return (int) (event & ((1 << MINUTES_BITS) - 1)) - 1;
  }

  private static final class SessionPacker extends EventPacker {
    private final CodeReader service = new CodeReader(Feed.ATTENDANCE, "service", 6);
    private final CodeReader status = new CodeReader(Feed.ATTENDANCE, "status", 7);
    private final CodeReader mode = new CodeReader(Feed.ATTENDANCE, "mode", 9);

    SessionPacker(Outbox outbox, Sent sent) {
      super(outbox, sent);
    }

    @Override
    boolean endsWithCare() {
      return true;
    }

    @Override
    void pack(InternalRow row, int range, int local, int day, int admitted, long version) {
      int packed =
          Sessions.pack(
              day, service.of(row), status.of(row), mode.of(row), CodeReader.yesNo(row, 10));
      int minutes = row.isNullAt(8) ? -1 : row.getInt(8);
      sent.session(range, version, event(local, packed, minutes));
    }
  }

  private static final class CheckinPacker extends EventPacker {
    private final CodeReader reported = new CodeReader(Feed.CHECKINS, "reported_use", 6);
    private final CodeReader test = new CodeReader(Feed.CHECKINS, "test_result", 7);

    CheckinPacker(Outbox outbox, Sent sent) {
      super(outbox, sent);
    }

    @Override
    void pack(InternalRow row, int range, int local, int day, int admitted, long version) {
      int craving = row.isNullAt(9) ? -1 : row.getInt(9);
      int packed =
          Checkins.pack(day, reported.of(row), test.of(row), CodeReader.yesNo(row, 8), craving);
      sent.checkin(range, version, event(local, packed, -1));
    }
  }

  private static final class RelapsePacker extends EventPacker {
    private final CodeReader severity = new CodeReader(Feed.RELAPSES, "severity", 7);
    private final CodeReader source = new CodeReader(Feed.RELAPSES, "source", 8);

    RelapsePacker(Outbox outbox, Sent sent) {
      super(outbox, sent);
    }

    @Override
    void pack(InternalRow row, int range, int local, int day, int admitted, long version) {
      int packed = Relapses.pack(day, severity.of(row), source.of(row));
      sent.relapse(range, version, event(local, packed, -1), end(row, 6, admitted));
    }
  }

  private static final class PlacementPacker extends EventPacker {
    PlacementPacker(Outbox outbox, Sent sent) {
      super(outbox, sent);
    }

    /** All of them: overlaps are counted anew each time, of untouched episodes too. */
    @Override
    boolean wanted(boolean touched) {
      return true;
    }

    @Override
    void pack(InternalRow row, int range, int local, int day, int admitted, long version) {
      outbox.add(
          Chunk.Kind.PLACEMENT,
          range,
          row.getUTF8String(7).toString(),
          local,
          day,
          end(row, 6, admitted),
          row.getLong(0),
          version);
    }
  }

  /** A last day as a day of the episode; one that is too far off counts as not there. */
  private static long end(InternalRow row, int ordinal, int admitted) {
    return row.isNullAt(ordinal)
        ? Timeline.OPEN
        : Math.min((long) row.getInt(ordinal) - admitted, Timeline.OPEN);
  }
}
