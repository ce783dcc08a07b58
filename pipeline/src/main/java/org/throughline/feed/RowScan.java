package org.throughline.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds where rows begin, byte by byte, by the rules of Commons CSV's lexer: a quote opens only at
 * the start of a field; within quotes a doubled quote is text; after a closing quote white space
 * may follow, and anything else tears the row and starts a field of its own (see {@link Records}).
 * LF, CRLF and a lone CR end a line. So a cut is exact and falls never inside quotes.
 */
final class RowScan {
  private enum State {
    UNQUOTED,
    QUOTED,
    QUOTE_IN_QUOTED,
    AFTER_QUOTED
  }

  private final byte delimiter;
  private final int quote;
  private final int most;
  private final FeedLimits limits;
  private final long chunkBytes;
  private final List<Chunk> chunks = new ArrayList<>();
  private final long start;

  private State state = State.UNQUOTED;
  private long position;
  private byte previous;
  private boolean afterCarriageReturn;
  private long fieldStart;
  private long line = 1;
  private long rowStart;
  private long rowLine = 1;
  private long quoteLine;
  private long chunkStart;
  private long chunkLine = 1;
  private boolean uncertain;
  private Optional<String> fault = Optional.empty();

  /**
   * @param start position of the first byte that will come
   * @param chunkBytes least length of a chunk
   */
  RowScan(Dialect dialect, long start, long chunkBytes, FeedLimits limits) {
    delimiter = (byte) dialect.delimiter();
    quote = dialect.quote().asByte();
    most = Math.max('\r', quote);
    this.limits = limits;
    this.chunkBytes = chunkBytes;
    this.start = start;
    position = start;
    fieldStart = start;
    rowStart = start;
    chunkStart = start;
  }

  /** Takes the next bytes. */
  void take(byte[] bytes, int from, int to) {
    long base = position - from;
    int i = from;
    while (i < to) {
      byte b = bytes[i];
      if (afterCarriageReturn) {
        afterCarriageReturn = false;
        if (b == '\n') {
          i++;
        }
        rowBegins(base + i);
        continue;
      }
      switch (state) {
        case UNQUOTED -> {
          // all bytes that matter are at most a quote; this loop is where the time goes
          while (b > most && ++i < to) {
            b = bytes[i];
          }
          if (i == to) {
            continue;
          }
          if (b == quote && startsField(base + i, i > from ? bytes[i - 1] : previous)) {
            state = State.QUOTED;
            quoteLine = line;
          } else if (b == '\n' || b == '\r') {
            lineEnds(b, base + i);
          }
        }
        case QUOTED -> {
          while (b > most && ++i < to) {
            b = bytes[i];
          }
          if (i == to) {
            continue;
          }
          if (b == quote) {
            state = State.QUOTE_IN_QUOTED;
          } else if (b == '\r' || (b == '\n' && (i > from ? bytes[i - 1] : previous) != '\r')) {
            line++;
          }
        }
        case QUOTE_IN_QUOTED -> {
          state = b == quote ? State.QUOTED : State.AFTER_QUOTED;
          if (state == State.AFTER_QUOTED) {
            continue;
          }
        }
        case AFTER_QUOTED -> afterQuoted(b, base + i);
      }
      i++;
    }
    position = base + to;
    if (to > from) {
      previous = bytes[to - 1];
    }
    checkRow(position);
  }

  private boolean startsField(long at, byte before) {
    return at == fieldStart || before == delimiter;
  }

  private void afterQuoted(byte b, long at) {
    if (b == delimiter) {
      state = State.UNQUOTED;
    } else if (b == '\n' || b == '\r') {
      state = State.UNQUOTED;
      lineEnds(b, at);
    } else if (b < 0 || !Character.isWhitespace((char) b)) {
      // a character beyond ASCII may be white space or not: do not cut such a file
      uncertain |= b < 0;
      state = State.UNQUOTED;
      fieldStart = at + 1;
    }
  }

  private void lineEnds(byte b, long at) {
    line++;
    if (b == '\r') {
      afterCarriageReturn = true;
    } else {
      rowBegins(at + 1);
    }
  }

  private void rowBegins(long at) {
    checkRow(at);
    rowStart = at;
    rowLine = line;
    fieldStart = at;
    if (at - chunkStart >= chunkBytes) {
      chunks.add(new Chunk(chunkStart, at, chunkLine, 0));
      chunkStart = at;
      chunkLine = line;
    }
  }

  private void checkRow(long end) {
    if (end - rowStart > limits.rowBytes() && fault.isEmpty()) {
      String within =
          state == State.QUOTED ? ", within the quote that opens on line " + quoteLine : "";
      fault = Optional.of(limits.longRow(rowLine, within));
    }
  }

  /** Position of the first byte. */
  long start() {
    return start;
  }

  /** Why the file cannot be taken, as far as is known by now. */
  Optional<String> faultSoFar() {
    return fault;
  }

  /** Chunks that are complete by now. */
  List<Chunk> complete() {
    return chunks;
  }

  /** The line that the next byte stands on. */
  long line() {
    return line;
  }

  /** Why the file cannot be taken, after the last byte. */
  Optional<String> fault() {
    checkRow(position);
    if (fault.isEmpty() && state == State.QUOTED) {
      return Optional.of(
          "the quote that opens on line " + quoteLine + " is never closed; close it");
    }
    return fault;
  }

  /** The chunks, after the last byte, without their check sums. */
  List<Chunk> chunks() {
    if (uncertain || chunks.isEmpty()) {
      return List.of(new Chunk(start, position, 1, 0));
    }
    List<Chunk> all = new ArrayList<>(chunks);
    if (position > chunkStart) {
      all.add(new Chunk(chunkStart, position, chunkLine, 0));
    }
    return all;
  }
}
