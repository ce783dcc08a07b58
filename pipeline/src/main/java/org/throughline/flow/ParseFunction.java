package org.throughline.flow;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.DataFile;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.catalyst.InternalRow;
import org.throughline.episode.Tiers;
import org.throughline.feed.Feed;
import org.throughline.feed.FeedFileException;
import org.throughline.feed.FeedParser;
import org.throughline.feed.Inspection;
import org.throughline.feed.Pseudonyms;
import org.throughline.feed.SourceProfile;
import org.throughline.lake.Quarantine;
import org.throughline.lake.QuarantineKey;
import org.throughline.lake.TableFiles;

/**
 * Parses files inside a Spark task and writes data files, past Spark's planner and without an
 * object for each row.
 */
final class ParseFunction implements Function<ParseTask, ParseResult> {
  private static final long serialVersionUID = 1L;

  private final SourceProfile profile;
  private final CarriedTiers tiers;
  private final Broadcast<Pseudonyms> pseudonyms;
  private final FeedTables tables;
  private final TableFiles rejectsTable;
  private final Quarantine quarantine;
  private final Broadcast<KnownEpisodes> known;

  ParseFunction(
      SourceProfile profile,
      Tiers tiers,
      Broadcast<Pseudonyms> pseudonyms,
      FeedTables tables,
      TableFiles rejectsTable,
      Quarantine quarantine,
      Broadcast<KnownEpisodes> known) {
    this.profile = profile;
    this.tiers = new CarriedTiers(tiers);
    this.pseudonyms = pseudonyms;
    this.tables = tables;
    this.rejectsTable = rejectsTable;
    this.quarantine = quarantine;
    this.known = known;
  }

  @Override
  public ParseResult call(ParseTask task) throws IOException {
    return switch (task.storage()) {
      case SHARED_FILES -> shared(task);
      case OWN_FILES -> own(task.pieces().get(0));
    };
  }

  private ParseResult own(ParseTask.Piece piece) throws IOException {
    Feed feed = piece.readable().feed();
    try (TaskFiles rows = new TaskFiles(tables.of(feed));
        TaskFiles rejects = new TaskFiles(rejectsTable);
        PieceLines lines = lines(piece)) {
      PieceSink sink = sink(piece, new PieceSink.Outputs(rows::write, rejects::write, lines));
      try {
        ParseResult.Counts counts = sink.counts(parse(piece, sink));
        lines.finish();
        return new ParseResult(List.of(counts), Map.of(feed, rows.finish()), rejects.finish());
      } catch (FeedFileException e) {
        rows.discard();
        rejects.discard();
        return new ParseResult(
            List.of(PieceSink.refused(piece, String.valueOf(e.getMessage()))), Map.of(), List.of());
      }
    }
  }

  private ParseResult shared(ParseTask task) throws IOException {
    Map<Feed, TaskFiles> open = new EnumMap<>(Feed.class);
    List<ParseResult.Counts> counts = new ArrayList<>();
    try (TaskFiles rejects = new TaskFiles(rejectsTable)) {
      for (ParseTask.Piece piece : task.pieces()) {
        Feed feed = piece.readable().feed();
        List<InternalRow> rows = new ArrayList<>();
        List<InternalRow> refused = new ArrayList<>();
        try (PieceLines lines = lines(piece)) {
          PieceSink sink =
              sink(piece, new PieceSink.Outputs(row -> rows.add(row.copy()), refused::add, lines));
          counts.add(sink.counts(parse(piece, sink)));
          lines.finish();
        } catch (FeedFileException e) {
          counts.add(PieceSink.refused(piece, String.valueOf(e.getMessage())));
          continue;
        }
        TaskFiles file = open.computeIfAbsent(feed, any -> new TaskFiles(tables.of(feed)));
        rows.forEach(file::write);
        refused.forEach(rejects::write);
      }
      EnumMap<Feed, List<DataFile>> written = new EnumMap<>(Feed.class);
      for (Map.Entry<Feed, TaskFiles> entry : open.entrySet()) {
        written.put(entry.getKey(), entry.getValue().finish());
      }
      return new ParseResult(counts, written, rejects.finish());
    } finally {
      for (TaskFiles file : open.values()) {
        file.close();
      }
    }
  }

  private long parse(ParseTask.Piece piece, PieceSink sink) throws IOException {
    Inspection.Readable readable = piece.readable();
    FeedParser parser =
        new FeedParser(
            readable.feed(), profile, tiers.tiers(), pseudonyms.value(), readable.header());
    var chunk = readable.chunks().get(piece.chunk());
    try (Reader reader = FeedParser.open(Path.of(URI.create(piece.path())), readable, chunk)) {
      return parser.parse(
          reader,
          chunk.firstLine(),
          piece.chunk() == 0 ? FeedParser.Header.FIRST_ROW : FeedParser.Header.NONE,
          sink);
    }
  }

  private PieceLines lines(ParseTask.Piece piece) {
    return new PieceLines(quarantine, QuarantineKey.of(pseudonyms.value()), piece);
  }

  private PieceSink sink(ParseTask.Piece piece, PieceSink.Outputs outputs) {
    Feed feed = piece.readable().feed();
    return new PieceSink(
        piece, new FeedRowConverter(feed, tables.of(feed).sparkSchema()), known.value(), outputs);
  }
}
