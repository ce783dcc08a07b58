package org.throughline.measure;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.throughline.figure.Slice;

/**
 * Exact integer counts of all measures, groups and months. Sheets add up in any order to the same
 * counts, so partitions, threads and files change no digit.
 */
public final class TallySheet implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int FORMAT = 1;

  /**
   * Which counts.
   *
   * @param months number of the cut: months before the reporting month, 0 for the reporting month
   *     itself, below 0 under other rules
   * @param name the measure's name for this array of counts
   * @param slice the group
   */
  public record Key(int months, String name, Slice slice) implements Serializable, Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byMonth = Integer.compare(months, other.months);
      if (byMonth != 0) {
        return byMonth;
      }
      int byName = name.compareTo(other.name);
      return byName != 0 ? byName : slice.compareTo(other.slice);
    }
  }

  private final TreeMap<Key, long[]> counts = new TreeMap<>();

  /** Adds counts; the shorter of two arrays is taken to end in zeroes. */
  public void add(Key key, long[] more) {
    long[] sum = counts.get(key);
    if (sum == null) {
      counts.put(key, more.clone());
      return;
    }
    if (sum.length < more.length) {
      sum = Arrays.copyOf(sum, more.length);
      counts.put(key, sum);
    }
    for (int i = 0; i < more.length; i++) {
      sum[i] = Math.addExact(sum[i], more[i]);
    }
  }

  /** Adds all counts of another sheet. */
  public TallySheet merge(TallySheet other) {
    other.counts.forEach(this::add);
    return this;
  }

  /** Counts by key, in order of key. */
  public Map<Key, long[]> counts() {
    return counts;
  }

  /** The counts of a key; empty where nothing was counted. */
  public long[] at(Key key) {
    long[] found = counts.get(key);
    return found == null ? new long[0] : found.clone();
  }

  /** Writes the sheet in a form that does not depend on the order of counting. */
  public void write(DataOutputStream out) throws IOException {
    out.writeInt(FORMAT);
    out.writeInt(counts.size());
    for (Map.Entry<Key, long[]> entry : counts.entrySet()) {
      Key key = entry.getKey();
      out.writeInt(key.months());
      out.writeUTF(key.name());
      for (String part :
          new String[] {
            key.slice().tier(),
            key.slice().family(),
            key.slice().site(),
            key.slice().group(),
            key.slice().level()
          }) {
        out.writeUTF(part);
      }
      out.writeInt(entry.getValue().length);
      for (long count : entry.getValue()) {
        out.writeLong(count);
      }
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException if the bytes are not a sheet of this format
   */
  public static TallySheet read(DataInputStream in) throws IOException {
    int format = in.readInt();
    if (format != FORMAT) {
      throw new IOException("tallies of format " + format + " cannot be read, only " + FORMAT);
    }
    TallySheet sheet = new TallySheet();
    int keys = in.readInt();
    for (int k = 0; k < keys; k++) {
      int months = in.readInt();
      String name = in.readUTF();
      Slice slice = new Slice(in.readUTF(), in.readUTF(), in.readUTF(), in.readUTF(), in.readUTF());
      long[] values = new long[in.readInt()];
      for (int i = 0; i < values.length; i++) {
        values[i] = in.readLong();
      }
      sheet.counts.put(new Key(months, name, slice), values);
    }
    return sheet;
  }
}
