package org.throughline.jobs.month;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.throughline.figure.Slice;
import org.throughline.measure.TallySheet;

/**
 * A publication's counts as lines of text, in order of key: months before the reporting month,
 * name, tier, family, site, group, level, and the counts with commas between. They hold small cells
 * too and are never published.
 */
final class TallyText {
  private static final int KEY_PARTS = 7;

  private TallyText() {}

  static void write(TallySheet sheet, Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file, UTF_8)) {
      for (Map.Entry<TallySheet.Key, long[]> entry : sheet.counts().entrySet()) {
        out.write(key(entry.getKey()) + "\t" + counts(entry.getValue()) + "\n");
      }
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException if a line is not of this form
   */
  static TallySheet read(Path file) throws IOException {
    TallySheet sheet = new TallySheet();
    try (BufferedReader in = Files.newBufferedReader(file, UTF_8)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] parts = line.split("\t", -1);
        if (parts.length != KEY_PARTS + 1) {
          throw new IOException(file + " has a line that is no tally");
        }
        Slice slice =
            new Slice(
                parts[2].translateEscapes(),
                parts[3].translateEscapes(),
                parts[4].translateEscapes(),
                parts[5].translateEscapes(),
                parts[6].translateEscapes());
        TallySheet.Key key = new TallySheet.Key(Integer.parseInt(parts[0]), parts[1], slice);
        sheet.add(
            key,
            parts[7].isEmpty()
                ? new long[0]
                : Arrays.stream(parts[7].split(",")).mapToLong(Long::parseLong).toArray());
      }
    } catch (IllegalArgumentException e) {
      throw new IOException(file + " has a line that is no tally: " + e.getMessage(), e);
    }
    return sheet;
  }

  /** One line for each key whose counts are not the same. */
  static List<String> differences(TallySheet kept, TallySheet recounted) {
    Map<TallySheet.Key, long[]> other = new TreeMap<>(recounted.counts());
    List<String> lines = new ArrayList<>();
    kept.counts()
        .forEach(
            (key, counts) -> {
              long[] again = other.remove(key);
              if (again == null) {
                lines.add(name(key) + " is kept, but was not counted again");
              } else if (!Arrays.equals(counts, again)) {
                lines.add(name(key) + first(counts, again));
              }
            });
    other.keySet().forEach(key -> lines.add(name(key) + " was counted now, but is not kept"));
    return lines;
  }

  private static String first(long[] kept, long[] again) {
    int at = Math.max(0, Arrays.mismatch(kept, again));
    String before = at < kept.length ? Long.toString(kept[at]) : "none";
    String now = at < again.length ? Long.toString(again[at]) : "none";
    return ": count " + at + " is " + before + " kept, " + now + " recounted";
  }

  private static String name(TallySheet.Key key) {
    return "tally " + key(key).replace('\t', ' ').strip();
  }

  private static String key(TallySheet.Key key) {
    Slice slice = key.slice();
    return String.join(
        "\t",
        Integer.toString(key.months()),
        key.name(),
        written(slice.tier()),
        written(slice.family()),
        written(slice.site()),
        written(slice.group()),
        written(slice.level()));
  }

  private static String written(String part) {
    return part.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
  }

  private static String counts(long[] counts) {
    return Arrays.stream(counts).mapToObj(Long::toString).collect(Collectors.joining(","));
  }
}
