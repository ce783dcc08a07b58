package org.throughline.feed;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import org.throughline.episode.Tiers;

/** Parses rows of a feed. For one thread; made anew in each task. */
public final class FeedParser {
  /** Whether the text begins with the header. */
  public enum Header {
    FIRST_ROW,
    NONE
  }

  public FeedParser(
      Feed feed, SourceProfile profile, Tiers tiers, Pseudonyms pseudonyms, HeaderMap header) {
    throw new UnsupportedOperationException(
        "" + feed + profile + tiers.spelledOut() + pseudonyms + header);
  }

  /**
   * Parses a text to its end.
   *
   * @return rows read: accepted and rejected
   * @throws FeedFileException if the file cannot be taken at all
   */
  public long parse(Reader reader, long firstLine, Header header, RowSink sink) throws IOException {
    if (firstLine > 0) {
      throw new FeedFileException("not written yet");
    }
    return 0;
  }

  /** A reader of a chunk that refuses malformed bytes. */
  public static Reader open(Path file, Inspection.Readable readable, Chunk chunk)
      throws IOException {
    if (chunk.from() >= 0) {
      throw new FeedFileException("not written yet");
    }
    return Reader.nullReader();
  }
}
