package org.throughline.flow;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.throughline.feed.CurrentRecord;
import org.throughline.lake.Quarantine;
import org.throughline.lake.QuarantineHeader;
import org.throughline.lake.QuarantineKey;
import org.throughline.lake.QuarantineWriter;

/** The quarantine file of a piece, which is made when its first line comes. */
final class PieceLines implements Closeable {
  private final Quarantine quarantine;
  private final QuarantineKey key;
  private final ParseTask.Piece piece;
  private Optional<QuarantineWriter> writer = Optional.empty();

  PieceLines(Quarantine quarantine, QuarantineKey key, ParseTask.Piece piece) {
    this.quarantine = quarantine;
    this.key = key;
    this.piece = piece;
  }

  QuarantineKey key() {
    return key;
  }

  void add(long line, CurrentRecord record) {
    try {
      if (writer.isEmpty()) {
        var header = piece.readable().header();
        writer =
            Optional.of(
                quarantine.writer(
                    piece.delivery(),
                    piece.chunk(),
                    new QuarantineHeader(
                        header.dialect().delimiter(),
                        header.dialect().quote().text(),
                        header.names(),
                        header.positions()),
                    key));
      }
      writer.get().add(line, record.text());
    } catch (IOException e) {
      throw new UncheckedIOException("the quarantine cannot be written to", e);
    }
  }

  /** Ends the file, if there is one. */
  void finish() throws IOException {
    if (writer.isPresent()) {
      writer.get().finish();
    }
  }

  @Override
  public void close() throws IOException {
    if (writer.isPresent()) {
      writer.get().close();
    }
  }
}
