package org.throughline.feed;

import java.util.List;
import org.throughline.episode.Tiers;
import org.throughline.feed.Column.Kind;
import org.throughline.feed.Column.Need;

/** Which codes a column may hold. */
final class FeedCodes {
  /** The column that every feed may have beside its own. */
  static final Column DELETED = Column.of(Feed.ROW_DELETED, Kind.YES_NO, Need.OPTIONAL);

  private static final List<String> NO_YES = List.of("no", "yes");

  private FeedCodes() {}

  /** Canonical codes, each at the position that stands for it in a row; empty where free. */
  static List<String> allowed(Column column) {
    return column.kind() == Kind.YES_NO ? NO_YES : column.codes();
  }

  /** The code that a profile means, in its canonical spelling; empty if the column has none. */
  static String target(Column column, String written) {
    return switch (column.kind()) {
      case CODE, YES_NO ->
          allowed(column).stream()
              .filter(code -> Tiers.normal(code).equals(Tiers.normal(written)))
              .findFirst()
              .orElse("");
      // which tiers exist is another setting: the parser compares them
      case TIER, SITE -> written.strip();
      case ROW_KEY, EPISODE_KEY, CLIENT_KEY, DATE, WHOLE_NUMBER -> "";
    };
  }
}
