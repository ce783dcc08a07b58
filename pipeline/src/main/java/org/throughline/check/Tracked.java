package org.throughline.check;

import java.util.ArrayList;
import java.util.List;
import org.throughline.feed.Column;
import org.throughline.feed.Feed;

/**
 * What is counted of each site and month, and the name under which a tally sheet carries it. Slots
 * are numbered without gaps.
 */
final class Tracked {
  private static final List<String> NO_YES = List.of("no", "yes");
  private static final List<Feed> FEEDS = List.of(Feed.values());
  private static final List<String> NAMES = new ArrayList<>();

  /** Clients' episodes in care: a discharge is not on record, and something was heard of late. */
  static final int IN_CARE = add("check in care");

  /** Rows by feed, in order of {@link Feed}; an episode is a row of its admission's month. */
  static final int ROWS = addFeeds("rows");

  /** Rows that say the same as the one before under another key, in the same order. */
  static final int TWINS = addFeeds("twins");

  /** Sessions after discharge. */
  static final int AFTER_DISCHARGE = add("check sessions after discharge");

  /** Discharges, in the month of their day. */
  static final int DISCHARGES = add("check discharges");

  static final Coded REASON = addCodes(Feed.EPISODES, "discharge_reason");
  static final Coded SERVICE = addCodes(Feed.ATTENDANCE, "service");
  static final Coded STATUS = addCodes(Feed.ATTENDANCE, "status");
  static final Coded FAMILY_PRESENT = addCodes(Feed.ATTENDANCE, "family_present");
  static final Coded REPORTED_USE = addCodes(Feed.CHECKINS, "reported_use");
  static final Coded TEST_RESULT = addCodes(Feed.CHECKINS, "test_result");
  static final Coded ROLE_KEPT = addCodes(Feed.CHECKINS, "role_kept");
  static final Coded SEVERITY = addCodes(Feed.RELAPSES, "severity");

  /** All coded columns. */
  static final List<Coded> CODED =
      List.of(
          REASON, SERVICE, STATUS, FAMILY_PRESENT, REPORTED_USE, TEST_RESULT, ROLE_KEPT, SEVERITY);

  /** How many slots there are. */
  static final int SLOTS = NAMES.size();

  /**
   * A column of which each code is counted.
   *
   * @param first slot of its first code
   */
  record Coded(Feed feed, String column, List<String> codes, int first) {
    /** Rows of which the codes are a part. */
    int whole() {
      return feed == Feed.EPISODES ? DISCHARGES : rows(feed);
    }
  }

  private Tracked() {}

  static int rows(Feed feed) {
    return ROWS + FEEDS.indexOf(feed);
  }

  static int twins(Feed feed) {
    return TWINS + FEEDS.indexOf(feed);
  }

  static String name(int slot) {
    return NAMES.get(slot);
  }

  private static int add(String name) {
    NAMES.add(name);
    return NAMES.size() - 1;
  }

  private static int addFeeds(String what) {
    int first = NAMES.size();
    for (Feed feed : FEEDS) {
      add("check " + what + " " + feed.code());
    }
    return first;
  }

  private static Coded addCodes(Feed feed, String column) {
    Column found = feed.columns().get(feed.position(column));
    List<String> codes = found.kind() == Column.Kind.YES_NO ? NO_YES : found.codes();
    int first = NAMES.size();
    codes.forEach(code -> add("check " + feed.code() + " " + column + " " + code));
    return new Coded(feed, column, codes, first);
  }
}
