package org.throughline.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.throughline.episode.Tiers;
import org.throughline.feed.FeedParser.Header;
import org.throughline.feed.Inspection.Readable;

/** Keeps everything that a parser says, for tests. */
final class Collected implements RowSink {
  static final Pseudonyms PSEUDONYMS = new Pseudonyms("a key for the tests only".getBytes(UTF_8));

  /** A copy of a row. */
  record Row(
      long key, long episode, long client, List<Integer> cells, List<String> texts, long line) {}

  final Feed feed;
  final List<Row> rows = new ArrayList<>();
  final List<Long> withdrawn = new ArrayList<>();
  final List<Rejection> rejections = new ArrayList<>();
  final Map<String, Integer> blanked = new LinkedHashMap<>();
  long read;

  Collected(Feed feed) {
    this.feed = feed;
  }

  /** Inspects and parses a file that must be readable, chunk by chunk. */
  static Collected file(Path file, SourceProfile profile) throws IOException {
    Readable readable = (Readable) FileInspector.inspect(file, profile, FeedLimits.DEFAULT);
    return chunks(file, readable, profile);
  }

  static Collected chunks(Path file, Readable readable, SourceProfile profile) throws IOException {
    Collected all = new Collected(readable.feed());
    for (Chunk chunk : readable.chunks()) {
      FeedParser parser =
          new FeedParser(readable.feed(), profile, Tiers.asam(), PSEUDONYMS, readable.header());
      Header header = chunk.firstLine() == 1 ? Header.FIRST_ROW : Header.NONE;
      try (Reader reader = FeedParser.open(file, readable, chunk)) {
        all.read += parser.parse(reader, chunk.firstLine(), header, all);
      }
    }
    return all;
  }

  /** Parses a text whose first line is its header. */
  static Collected text(Feed feed, String text, SourceProfile profile) throws IOException {
    FeedHeader header =
        FeedHeader.recognise(feed.code(), FeedHeader.Head.whole(text), profile, FeedLimits.DEFAULT);
    Collected all = new Collected(feed);
    all.read =
        new FeedParser(feed, profile, Tiers.asam(), PSEUDONYMS, header.map())
            .parse(new StringReader(text), 1, Header.FIRST_ROW, all);
    return all;
  }

  static Collected text(Feed feed, String text) throws IOException {
    return text(feed, text, SourceProfile.canonical());
  }

  int cell(int row, String column) {
    return rows.get(row).cells().get(feed.position(column));
  }

  String code(int row, String column) {
    int code = cell(row, column);
    return code == FeedRow.BLANK
        ? ""
        : FeedCodes.allowed(feed.columns().get(feed.position(column))).get(code);
  }

  String text(int row, String column) {
    return rows.get(row).texts().get(feed.position(column));
  }

  /** The line of the only rejection. */
  long onlyLine() {
    if (rejections.size() != 1) {
      throw new AssertionError("expected one rejection: " + this);
    }
    return rejections.get(0).line();
  }

  Rejection onlyRejection() {
    if (rejections.size() != 1 || !rows.isEmpty()) {
      throw new AssertionError("expected one rejection and no row: " + this);
    }
    return rejections.get(0);
  }

  @Override
  public void accepted(FeedRow row) {
    List<Integer> cells = Arrays.stream(row.cells).boxed().toList();
    rows.add(
        new Row(row.key, row.episode, row.client, cells, List.of(row.texts.clone()), row.line));
    if (row.withdrawn) {
      withdrawn.add(row.line);
    }
  }

  @Override
  public void rejected(Rejection rejection) {
    rejections.add(rejection);
  }

  @Override
  public void blanked(String column, String code) {
    blanked.merge(column + ": " + code, 1, Integer::sum);
  }

  @Override
  public String toString() {
    return read + " read " + rows + " " + withdrawn + " " + rejections + " " + blanked;
  }
}
