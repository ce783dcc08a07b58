package org.throughline.flow;

import java.io.Closeable;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.spark.sql.catalyst.InternalRow;
import org.throughline.lake.TableFiles;

/**
 * The timelines of the last curation, read again by ranges of clients; those of untouched episodes
 * stay as they are.
 *
 * @param table the table of timelines
 * @param files its data files, in order of clients
 */
@SuppressWarnings("serial") // the list is a serializable one
record OldTimelines(TableFiles table, List<OldFile> files) implements Serializable {

  /**
   * A data file.
   *
   * @param path where it is
   * @param firstClient smallest client key in it
   * @param lastClient greatest client key in it
   */
  record OldFile(String path, long firstClient, long lastClient) implements Serializable {}

  OldTimelines {
    files = List.copyOf(files);
  }

  /** A pass over the untouched episodes of a range of the roster, in order of their numbers. */
  final class Pass implements Closeable {
    private final Roster roster;
    private final BitSet touched;
    private final long firstClient;
    private final long lastClient;
    private final Iterator<OldFile> next;
    private Optional<CloseableIterable<InternalRow>> open = Optional.empty();
    private Iterator<InternalRow> rows = List.<InternalRow>of().iterator();

    /**
     * @param from first number of the range
     * @param to number after its last
     */
    Pass(Roster roster, BitSet touched, int from, int to) {
      this.roster = roster;
      this.touched = touched;
      firstClient = from < to ? roster.client(from) : 0;
      lastClient = from < to ? roster.client(to - 1) : 0;
      next =
          files.stream()
              .filter(file -> from < to)
              .filter(file -> file.firstClient() <= lastClient && file.lastClient() >= firstClient)
              .iterator();
    }

    /**
     * The row of an untouched episode; the numbers asked for rise. It is filled anew by the next
     * call.
     *
     * @throws IllegalStateException if the table does not hold the episode
     */
    InternalRow row(int number) {
      while (true) {
        while (!rows.hasNext()) {
          openNext(number);
        }
        InternalRow row = rows.next();
        int found = roster.number(row.getLong(TimelineRows.EPISODE_KEY));
        if (found == number) {
          return row;
        }
        if (found > number && !touched.get(found)) {
          throw missing(number);
        }
      }
    }

    private void openNext(int number) {
      close();
      if (!next.hasNext()) {
        throw missing(number);
      }
      Expression clients =
          Expressions.and(
              Expressions.greaterThanOrEqual("client_key", firstClient),
              Expressions.lessThanOrEqual("client_key", lastClient));
      CloseableIterable<InternalRow> file = table.read(next.next().path(), clients);
      open = Optional.of(file);
      rows = file.iterator();
    }

    private IllegalStateException missing(int number) {
      return new IllegalStateException(
          "timelines lacks an episode that did not change (number %d of %d)"
              .formatted(number, roster.size()));
    }

    @Override
    public void close() {
      if (open.isPresent()) {
        try {
          open.get().close();
        } catch (IOException e) {
          throw new UncheckedIOException("a file of timelines cannot be closed", e);
        }
        open = Optional.empty();
      }
    }
  }

  Pass pass(Roster roster, BitSet touched, int from, int to) {
    return new Pass(roster, touched, from, to);
  }
}
