package org.throughline.flow;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.throughline.feed.Feed;
import org.throughline.lake.Lake;
import org.throughline.lake.TableFiles;

/**
 * The row tables as tasks write them.
 *
 * @param tables in the order of feeds
 */
@SuppressWarnings("serial") // the list is a serializable one
record FeedTables(List<TableFiles> tables) implements Serializable {
  FeedTables {
    tables = List.copyOf(tables);
  }

  static FeedTables of(Lake lake) {
    return new FeedTables(
        Stream.of(Feed.values()).map(feed -> new TableFiles(lake.table(feed))).toList());
  }

  TableFiles of(Feed feed) {
    return tables.get(feed.ordinal());
  }
}
