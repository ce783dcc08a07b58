package org.throughline.sampledata.simulator;

import java.util.ArrayList;
import java.util.List;

/**
 * One row in canonical terms.
 *
 * @param feed that it belongs to
 * @param cells in the order of {@link Feed#columns()}; dates in ISO form, empty where blank
 * @param rowDeleted {@code yes} where the row withdraws an earlier one, else empty
 * @param unknown the cell of {@link Feed#unknownColumn()}
 */
record FeedRow(Feed feed, List<String> cells, String rowDeleted, String unknown) {

  static FeedRow of(Feed feed, String... cells) {
    if (cells.length != feed.columns().size()) {
      throw new IllegalArgumentException(
          feed.label() + " has " + feed.columns().size() + " columns, not " + cells.length);
    }
    return new FeedRow(feed, List.of(cells), "", "");
  }

  String key() {
    return cells.get(0);
  }

  String cell(String column) {
    return cells.get(feed.position(column));
  }

  FeedRow with(String column, String value) {
    List<String> changed = new ArrayList<>(cells);
    changed.set(feed.position(column), value);
    return new FeedRow(feed, List.copyOf(changed), rowDeleted, unknown);
  }

  FeedRow withKey(String key) {
    return with(feed.columns().get(0), key);
  }

  FeedRow withdrawn() {
    return new FeedRow(feed, cells, "yes", unknown);
  }

  FeedRow withUnknown(String value) {
    return new FeedRow(feed, cells, rowDeleted, value);
  }
}
