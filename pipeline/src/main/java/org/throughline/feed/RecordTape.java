package org.throughline.feed;

import java.io.IOException;
import java.io.Reader;

/**
 * Passes a text on and keeps its end from the record at hand, so that a record can be had as it was
 * written. What lies before the record is let go when room is needed.
 */
final class RecordTape extends Reader {
  private static final int ROOM = 1 << 16;

  private final Reader source;
  private char[] kept = new char[ROOM];
  private int length;
  private long before;
  private long position;
  private long line = 1;

  RecordTape(Reader source) {
    this.source = source;
  }

  @Override
  public int read(char[] buffer, int offset, int most) throws IOException {
    int read = source.read(buffer, offset, most);
    if (read > 0) {
      keep(buffer, offset, read);
    }
    return read;
  }

  private void keep(char[] buffer, int offset, int read) {
    if (length + read > kept.length) {
      int gone = (int) (position - before);
      length -= gone;
      before = position;
      char[] target =
          length + read > kept.length ? new char[Math.max(kept.length * 2, length + read)] : kept;
      System.arraycopy(kept, gone, target, 0, length);
      kept = target;
    }
    System.arraycopy(buffer, offset, kept, length, read);
    length += read;
  }

  /**
   * A record begins.
   *
   * @param at characters of the text before it
   * @param onLine its line, counted from 1 at the beginning of the text
   */
  void mark(long at, long onLine) {
    position = at;
    line = onLine;
  }

  /**
   * The text of some lines without the last line end. Nothing before them can be had afterwards.
   *
   * @param from first line, not before the last mark
   * @param to line after the last
   */
  String lines(long from, long to) {
    while (line < from && position < before + length) {
      position = afterLine(position);
      line++;
    }
    long end = position;
    for (long at = line; at < to && end < before + length; at++) {
      end = afterLine(end);
    }
    int first = (int) (position - before);
    int last = (int) (end - before);
    if (last > first && kept[last - 1] == '\n') {
      last--;
    }
    if (last > first && kept[last - 1] == '\r') {
      last--;
    }
    return new String(kept, first, last - first);
  }

  /** Line ends are LF, CRLF and a lone CR, as for Commons CSV. */
  private long afterLine(long from) {
    int at = (int) (from - before);
    while (at < length) {
      char c = kept[at++];
      if (c == '\n') {
        break;
      }
      if (c == '\r') {
        if (at < length && kept[at] == '\n') {
          at++;
        }
        break;
      }
    }
    return before + at;
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
