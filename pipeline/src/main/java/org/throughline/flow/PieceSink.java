package org.throughline.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;
import org.throughline.feed.Column;
import org.throughline.feed.CurrentRecord;
import org.throughline.feed.Feed;
import org.throughline.feed.FeedRow;
import org.throughline.feed.HeaderMap;
import org.throughline.feed.Rejection;
import org.throughline.feed.RowSink;
import org.throughline.lake.QuarantineKey;

/**
 * Counts the rows of a piece and hands them on as rows of tables; lines of rows that are rejected,
 * or that curation would set aside by what is known now, go to the quarantine.
 */
final class PieceSink implements RowSink {
  /** Rejections of a piece that are shown to the operator at once. */
  static final int SHOWN = 20;

  private static final int ADMITTED = Feed.EPISODES.position("admitted_on");
  private static final int DISCHARGED = Feed.EPISODES.position("discharged_on");
  private static final long NO_KEY = 0;

  private final ParseTask.Piece piece;
  private final Feed feed;
  private final FeedRowConverter converter;
  private final Outputs outputs;
  private final KnownEpisodes known;
  private final KnownEpisodes found = new KnownEpisodes();
  private final int day;
  private final KnownEpisodes.EndsWithCare endsWithCare;
  private final HashMap<String, Long> reasons = new HashMap<>();
  private final HashMap<String, Long> blanked = new HashMap<>();
  private final ArrayList<Rejection> first = new ArrayList<>();
  private final ArrayList<QuarantineKey.Reject> answers = new ArrayList<>();
  private final UTF8String feedName;
  private final UTF8String file;
  private CurrentRecord current = new NoRecord();
  private long accepted;
  private long rejected;

  /**
   * Where rows go.
   *
   * @param rows takes accepted ones
   * @param rejects takes the others, without what identifies anybody
   * @param lines takes raw lines
   */
  record Outputs(Consumer<InternalRow> rows, Consumer<InternalRow> rejects, PieceLines lines) {}

  /**
   * @param known episodes; of no matter for a piece of episodes
   */
  PieceSink(
      ParseTask.Piece piece, FeedRowConverter converter, KnownEpisodes known, Outputs outputs) {
    this.piece = piece;
    this.converter = converter;
    this.outputs = outputs;
    this.known = known;
    feed = piece.readable().feed();
    day = firstDay(feed);
    endsWithCare =
        feed == Feed.ATTENDANCE ? KnownEpisodes.EndsWithCare.YES : KnownEpisodes.EndsWithCare.NO;
    feedName = UTF8String.fromString(feed.code());
    file = UTF8String.fromString(piece.name());
  }

  private static int firstDay(Feed feed) {
    int column = 0;
    while (feed.columns().get(column).kind() != Column.Kind.DATE) {
      column++;
    }
    return column;
  }

  @Override
  public void begins(CurrentRecord record) {
    current = record;
  }

  @Override
  public void accepted(FeedRow row) {
    accepted++;
    outputs.rows().accept(converter.convert(row, piece.delivery()));
    if (!row.answers.isEmpty()) {
      outputs.lines().key().find(row.answers).ifPresent(answers::add);
    }
    if (feed == Feed.EPISODES) {
      found.offer(
          row.key,
          row.line,
          row.withdrawn
              ? KnownEpisodes.WITHDRAWN
              : KnownEpisodes.pack(row.cells[ADMITTED], row.cells[DISCHARGED]));
    } else if (!row.withdrawn
        && known.judge(row.episode, row.cells[day], endsWithCare).isPresent()) {
      outputs.lines().add(row.line, current);
    }
  }

  @Override
  public void rejected(Rejection rejection) {
    rejected++;
    reasons.merge(rejection.reason(), 1L, Long::sum);
    if (first.size() < SHOWN) {
      first.add(rejection);
    }
    outputs.lines().add(rejection.line(), current);
    answered().ifPresent(answers::add);
    outputs
        .rejects()
        .accept(
            new GenericInternalRow(
                new Object[] {
                  piece.delivery(),
                  feedName,
                  file,
                  rejection.line(),
                  UTF8String.fromString(rejection.column()),
                  UTF8String.fromString(rejection.reason()),
                  UTF8String.fromString(rejection.detail()),
                  key()
                }));
  }

  /** Also a row that cannot be split tells whose place it was to take. */
  private Optional<QuarantineKey.Reject> answered() {
    if (piece.readable().header().answers() == HeaderMap.ABSENT) {
      return Optional.empty();
    }
    return outputs
        .lines()
        .key()
        .find(current.answers().isEmpty() ? current.text() : current.answers());
  }

  private @Nullable Object key() {
    return current.key() == NO_KEY ? null : (Object) current.key();
  }

  @Override
  public void blanked(String column, String code) {
    BlankedCodes.add(blanked, column, column + ": " + code, 1);
  }

  /**
   * What was found.
   *
   * @param read rows that the parser says it read
   */
  ParseResult.Counts counts(long read) {
    if (read != accepted + rejected) {
      throw new IllegalStateException(
          "file %s: %d rows read, but %d accepted and %d rejected"
              .formatted(piece.name(), read, accepted, rejected));
    }
    return new ParseResult.Counts(
        piece.file(),
        piece.chunk(),
        accepted,
        rejected,
        reasons,
        blanked,
        first,
        "",
        new ParseResult.Found(piece.delivery(), found.records(), answers));
  }

  static ParseResult.Counts refused(ParseTask.Piece piece, String reason) {
    return new ParseResult.Counts(
        piece.file(),
        piece.chunk(),
        0,
        0,
        Map.of(),
        Map.of(),
        List.of(),
        reason,
        new ParseResult.Found(piece.delivery(), new long[0], new ArrayList<>()));
  }

  /** Before the first record. */
  private static final class NoRecord implements CurrentRecord {
    @Override
    public String text() {
      return "";
    }

    @Override
    public long key() {
      return NO_KEY;
    }

    @Override
    public String answers() {
      return "";
    }
  }
}
