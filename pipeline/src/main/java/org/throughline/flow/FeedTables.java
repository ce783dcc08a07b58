package org.throughline.flow;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.Objects;
import org.throughline.feed.Feed;
import org.throughline.lake.Lake;
import org.throughline.lake.TableFiles;

/** The row tables as tasks write them. Goes to executors. */
final class FeedTables implements Serializable {
  private static final long serialVersionUID = 1L;

  private final EnumMap<Feed, TableFiles> tables = new EnumMap<>(Feed.class);

  private FeedTables() {}

  static FeedTables of(Lake lake) {
    FeedTables all = new FeedTables();
    for (Feed feed : Feed.values()) {
      all.tables.put(feed, new TableFiles(lake.table(feed)));
    }
    return all;
  }

  TableFiles of(Feed feed) {
    return Objects.requireNonNull(tables.get(feed), "every feed has a table");
  }
}
