package org.throughline.flow;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.iceberg.io.CloseableIterable;
import org.jspecify.annotations.Nullable;
import org.throughline.episode.Timeline;
import org.throughline.lake.TableFiles;

/** Reads timelines client by client: all episodes of one lie side by side in one file. */
final class Clients {
  private Clients() {}

  /**
   * Gives each client of some data files of timelines, with all episodes, to a consumer.
   *
   * @throws IOException if a file cannot be read
   */
  static void forEach(TableFiles timelines, List<String> files, Consumer<List<Timeline>> consumer)
      throws IOException {
    for (String file : files) {
      List<Timeline> client = new ArrayList<>();
      try (CloseableIterable<@Nullable Object[]> rows = timelines.readCells(file)) {
        for (@Nullable Object[] row : rows) {
          Timeline timeline = TimelineRows.toTimeline(row);
          if (!client.isEmpty() && client.get(0).clientKey() != timeline.clientKey()) {
            consumer.accept(client);
            client = new ArrayList<>();
          }
          client.add(timeline);
        }
      }
      if (!client.isEmpty()) {
        consumer.accept(client);
      }
    }
  }
}
