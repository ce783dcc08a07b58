package org.throughline.report.page;

import java.util.List;
import java.util.Locale;

/** The feeds, as a reader knows them. */
final class FeedNames {

  /** In the order in which they are shown. */
  static final List<String> ALL =
      List.of("episodes", "placements", "attendance", "checkins", "relapses");

  private FeedNames() {}

  static String of(String feed) {
    return switch (feed) {
      case "attendance" -> "Sessions";
      case "checkins" -> "Check-ins";
      default -> feed.substring(0, 1).toUpperCase(Locale.ROOT) + feed.substring(1);
    };
  }
}
