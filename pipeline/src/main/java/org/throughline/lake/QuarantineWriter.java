package org.throughline.lake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Writes a quarantine file line by line. Within the encryption: the header, then for each line its
 * number and its text, then a zero and the number of lines, without which the file is not whole.
 */
public final class QuarantineWriter implements Closeable {
  static final long END = 0;

  private final DataOutputStream out;
  private long lines;

  QuarantineWriter(DataOutputStream out, QuarantineHeader header) throws IOException {
    this.out = out;
    header.write(out);
  }

  /**
   * Adds a line.
   *
   * @param line number on which the text begins, from 1
   * @param text as it stands in the file, without the last line end
   */
  public void add(long line, String text) throws IOException {
    out.writeLong(line);
    writeText(out, text);
    lines++;
  }

  /** Ends the file; until then it cannot be read. */
  public void finish() throws IOException {
    out.writeLong(END);
    out.writeLong(lines);
    out.close();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  static void writeText(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }
}
