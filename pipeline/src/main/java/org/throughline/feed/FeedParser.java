package org.throughline.feed;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.Optional;
import org.throughline.episode.Tiers;
import org.throughline.feed.RowRules.Blank;

/**
 * Parses the rows of one feed by Apache Commons CSV: each is accepted or rejected, none is passed
 * over but blank lines.
 *
 * <p>Beyond the rules of the feeds: an optional date or number that cannot be read rejects its row,
 * since a discharge date silently left out would change figures; an unknown code in {@code
 * row_deleted} rejects its row, since one that was to be withdrawn must not stay by mistake; an
 * unknown discharge_reason rejects its row where discharged_on makes it required. {@link RowRules}
 * are checked after the cells.
 *
 * <p>For one thread; made anew in each task.
 */
public final class FeedParser {
  /** Whether a text begins with the header. */
  public enum Header {
    FIRST_ROW,
    NONE
  }

  private final Feed feed;
  private final Dialect dialect;
  private final RowReader reader;
  private final FeedRow row;

  /**
   * @param feed whose rows come
   * @param profile what the source calls columns and codes; its name is the source of pseudonyms
   * @param tiers in use
   * @param pseudonyms for every key
   * @param header where the columns are
   * @throws IllegalArgumentException if the profile names a tier that is not in use
   */
  public FeedParser(
      Feed feed, SourceProfile profile, Tiers tiers, Pseudonyms pseudonyms, HeaderMap header) {
    this.feed = feed;
    dialect = header.dialect();
    reader = new RowReader(feed, profile, tiers, pseudonyms.of(profile.name()), header);
    row = new FeedRow(feed);
  }

  /**
   * Parses a text to its end. The reader is left open.
   *
   * @param text a whole file or a chunk of it, without a byte-order mark
   * @param firstLine line of the file on which the text begins, counted from 1
   * @param header whether its first row is the header, which is passed over
   * @return rows read, which is rows accepted and rejected
   * @throws FeedFileException if bytes are malformed: then nothing of the file may be taken
   */
  public long parse(Reader text, long firstLine, Header header, RowSink sink) throws IOException {
    Records records = new Records(text, dialect, firstLine);
    if (header == Header.FIRST_ROW) {
      records.next();
    }
    sink.begins(new Current(records, row));
    long rows = 0;
    while (true) {
      switch (records.next()) {
        case END -> {
          return rows;
        }
        case TORN -> {
          row.clear();
          sink.rejected(Rejections.tornQuotes(records.line()));
        }
        case ROW -> take(records, sink);
      }
      rows++;
    }
  }

  private record Current(Records records, FeedRow row) implements CurrentRecord {
    @Override
    public String text() {
      return records.text();
    }

    @Override
    public long key() {
      return row.key;
    }

    @Override
    public String answers() {
      return row.answers;
    }
  }

  private void take(Records records, RowSink sink) {
    Optional<Rejection> fault = reader.read(records.fields(), records.line(), row);
    if (fault.isPresent()) {
      sink.rejected(fault.get());
      return;
    }
    for (Blank blank : reader.blanks()) {
      sink.blanked(feed.columns().get(blank.column()).name(), Shown.value(blank.code()));
    }
    sink.accepted(row);
  }

  /**
   * The characters of a chunk. Reading throws a {@link FeedFileException} that names the line if
   * bytes are malformed.
   *
   * @throws IOException if the file cannot be opened
   */
  public static Reader open(Path file, Inspection.Readable readable, Chunk chunk)
      throws IOException {
    return new StrictReader(file, readable, chunk);
  }
}
