package org.throughline.feed;

import java.util.List;
import java.util.Optional;

/** What must hold between the cells of one row of a feed. */
sealed interface RowRules {

  /** Whether the cells read so far make a column required that is otherwise optional. */
  default boolean requires(int column, FeedRow row) {
    return false;
  }

  /**
   * The first rule that a row breaks, once all of its cells are read.
   *
   * @param blanks cells emptied so far; the rules may empty more
   */
  Optional<Rejection> check(FeedRow row, List<Blank> blanks);

  /**
   * A cell that is emptied if the row is accepted.
   *
   * @param column position in the feed
   * @param code what stood there
   */
  record Blank(int column, String code) {}

  static RowRules of(Feed feed) {
    return switch (feed) {
      case EPISODES -> new Discharge();
      case PLACEMENTS -> new Spell(feed, "from_on", "to_on");
      case RELAPSES -> new Spell(feed, "started_on", "ended_on");
      case ATTENDANCE -> new Minutes();
      case CHECKINS -> new Answer();
    };
  }

  /** The last day is not before the first. */
  final class Spell implements RowRules {
    private final Feed feed;
    private final int first;
    private final int last;

    Spell(Feed feed, String first, String last) {
      this.feed = feed;
      this.first = feed.position(first);
      this.last = feed.position(last);
    }

    @Override
    public Optional<Rejection> check(FeedRow row, List<Blank> blanks) {
      int end = row.cells[last];
      return end != FeedRow.BLANK && end < row.cells[first]
          ? Rejections.before(
              feed.columns().get(last), end, feed.columns().get(first), row.cells[first], row.line)
          : Optional.empty();
    }
  }

  /** Day and reason of discharge are given together or not at all. */
  final class Discharge implements RowRules {
    private final Spell stay = new Spell(Feed.EPISODES, "admitted_on", "discharged_on");
    private final int day = Feed.EPISODES.position("discharged_on");
    private final int reason = Feed.EPISODES.position("discharge_reason");

    @Override
    public boolean requires(int column, FeedRow row) {
      return column == reason && row.cells[day] != FeedRow.BLANK;
    }

    @Override
    public Optional<Rejection> check(FeedRow row, List<Blank> blanks) {
      boolean discharged = row.cells[day] != FeedRow.BLANK;
      boolean reasoned = row.cells[reason] != FeedRow.BLANK;
      if (discharged == reasoned) {
        return stay.check(row, blanks);
      }
      Column given = Feed.EPISODES.columns().get(discharged ? day : reason);
      Column missing = Feed.EPISODES.columns().get(discharged ? reason : day);
      return Rejections.without(given, missing, row.line);
    }
  }

  /** Minutes belong to attended sessions; elsewhere they are kept out, and told unless 0. */
  final class Minutes implements RowRules {
    private final int status = Feed.ATTENDANCE.position("status");
    private final int minutes = Feed.ATTENDANCE.position("minutes");
    private final List<String> codes = Feed.ATTENDANCE.columns().get(status).codes();
    private final int attended = codes.indexOf("attended");

    @Override
    public Optional<Rejection> check(FeedRow row, List<Blank> blanks) {
      if (row.cells[status] != attended && row.cells[minutes] != FeedRow.BLANK) {
        if (row.cells[minutes] != 0) {
          blanks.add(new Blank(minutes, "given with status " + codes.get(row.cells[status])));
        }
        row.cells[minutes] = FeedRow.BLANK;
      }
      return Optional.empty();
    }
  }

  /** A check-in holds an answer or a test. */
  final class Answer implements RowRules {
    private final int use = Feed.CHECKINS.position("reported_use");
    private final int test = Feed.CHECKINS.position("test_result");
    private final List<Column> columns = Feed.CHECKINS.columns();

    @Override
    public Optional<Rejection> check(FeedRow row, List<Blank> blanks) {
      if (row.cells[use] != FeedRow.BLANK || row.cells[test] != FeedRow.BLANK) {
        return Optional.empty();
      }
      for (Blank blank : blanks) {
        if (blank.column() == use || blank.column() == test) {
          return Rejections.unknownCode(columns.get(blank.column()), blank.code(), row.line);
        }
      }
      return Rejections.neither(columns.get(use), columns.get(test), row.line);
    }
  }
}
