package org.throughline.lake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.IOException;

/** Told what a quarantine file holds. */
public interface QuarantineReader {
  /** Whether a reader wants the lines. */
  enum Lines {
    WANTED,
    NOT_WANTED
  }

  /** What is wanted beside the header. */
  default Lines lines() {
    return Lines.WANTED;
  }

  /** The file can be read. */
  void begins(QuarantineHeader header) throws IOException;

  /**
   * A line, with real identifiers.
   *
   * @param line number on which it begins, from 1
   * @param text as it stood in the file, without the last line end
   */
  void line(long line, String text) throws IOException;

  /** Reads to the end; a file that is not whole is refused there. */
  static void read(DataInputStream in, QuarantineReader reader) throws IOException {
    reader.begins(QuarantineHeader.read(in));
    if (reader.lines() == Lines.NOT_WANTED) {
      return;
    }
    long lines = 0;
    for (long line = in.readLong(); line != QuarantineWriter.END; line = in.readLong()) {
      reader.line(line, readText(in));
      lines++;
    }
    if (in.readLong() != lines || in.read() >= 0) {
      throw new IOException("it does not hold as many lines as it says");
    }
  }

  static String readText(DataInputStream in) throws IOException {
    byte[] bytes = in.readNBytes(in.readInt());
    return new String(bytes, UTF_8);
  }
}
