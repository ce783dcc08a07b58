package org.throughline.lake;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What is needed to split the lines of a quarantine file into cells.
 *
 * @param delimiter between fields
 * @param quote around fields that need one; empty where the file has none
 * @param names of the file's columns, as its header has them
 * @param positions per column of the feed its field, counted from 0, or -1
 */
public record QuarantineHeader(
    char delimiter, String quote, List<String> names, List<Integer> positions) {
  static final int VERSION = 1;

  public QuarantineHeader {
    names = List.copyOf(names);
    positions = List.copyOf(positions);
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(VERSION);
    out.writeChar(delimiter);
    QuarantineWriter.writeText(out, quote);
    out.writeInt(names.size());
    for (String name : names) {
      QuarantineWriter.writeText(out, name);
    }
    out.writeInt(positions.size());
    for (int position : positions) {
      out.writeInt(position);
    }
  }

  static QuarantineHeader read(DataInputStream in) throws IOException {
    int version = in.readInt();
    if (version != VERSION) {
      throw new IOException("it is of version " + version + ", which this program does not know");
    }
    char delimiter = in.readChar();
    String quote = QuarantineReader.readText(in);
    List<String> names = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      names.add(QuarantineReader.readText(in));
    }
    List<Integer> positions = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      positions.add(in.readInt());
    }
    return new QuarantineHeader(delimiter, quote, names, positions);
  }
}
