package org.throughline.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.throughline.feed.FeedRow;
import org.throughline.feed.Rejection;
import org.throughline.feed.RowSink;

/** Counts the rows of a piece and hands them on as rows of tables. */
final class PieceSink implements RowSink {
  /** Rejections of a piece that are shown to the operator at once. */
  static final int SHOWN = 20;

  private final ParseTask.Piece piece;
  private final FeedRowConverter converter;
  private final Consumer<InternalRow> rows;
  private final Consumer<InternalRow> rejects;
  private final HashMap<String, Long> reasons = new HashMap<>();
  private final HashMap<String, Long> blanked = new HashMap<>();
  private final ArrayList<Rejection> first = new ArrayList<>();
  private final UTF8String feed;
  private final UTF8String file;
  private long accepted;
  private long rejected;

  PieceSink(
      ParseTask.Piece piece,
      FeedRowConverter converter,
      Consumer<InternalRow> rows,
      Consumer<InternalRow> rejects) {
    this.piece = piece;
    this.converter = converter;
    this.rows = rows;
    this.rejects = rejects;
    feed = UTF8String.fromString(piece.readable().feed().code());
    file = UTF8String.fromString(piece.name());
  }

  @Override
  public void accepted(FeedRow row) {
    accepted++;
    rows.accept(converter.convert(row, piece.delivery()));
  }

  @Override
  public void rejected(Rejection rejection) {
    rejected++;
    reasons.merge(rejection.reason(), 1L, Long::sum);
    if (first.size() < SHOWN) {
      first.add(rejection);
    }
    rejects.accept(
        new GenericInternalRow(
            new Object[] {
              piece.delivery(),
              feed,
              file,
              rejection.line(),
              UTF8String.fromString(rejection.column()),
              UTF8String.fromString(rejection.reason()),
              UTF8String.fromString(rejection.detail())
            }));
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
        piece.file(), piece.chunk(), accepted, rejected, reasons, blanked, first, "");
  }

  static ParseResult.Counts refused(ParseTask.Piece piece, String reason) {
    return new ParseResult.Counts(
        piece.file(), piece.chunk(), 0, 0, Map.of(), Map.of(), List.of(), reason);
  }
}
