package org.throughline.canaries;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Counts what must not be there in files whose contents lie open: canaries and ids of clients. */
public final class Canaries {
  private static final String CANARY = "canary-";
  private static final String WIDE_CANARY = String.join("\0", CANARY.split(""));
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*");

  private final Set<String> ids;

  /**
   * @param ids of clients and episodes, to be found where they stand as a word
   */
  public Canaries(Set<String> ids) {
    this.ids = ids;
  }

  /** How often they occur in each file under a folder that has any. */
  public Map<Path, Integer> under(Path folder) throws IOException {
    TreeMap<Path, Integer> found = new TreeMap<>();
    for (Path file : files(folder)) {
      int[] count = new int[1];
      new Decoder(text -> count[0] += in(text)).decode(file);
      count[0] += in(folder.relativize(file).toString());
      if (count[0] > 0) {
        found.put(file, count[0]);
      }
    }
    return found;
  }

  /** All words of a shape in the files under a folder, unpacked and decoded. */
  public static Set<String> words(Path folder, Pattern shape) throws IOException {
    Set<String> words = new HashSet<>();
    for (Path file : files(folder)) {
      new Decoder(
              text -> {
                Matcher found = WORD.matcher(text);
                while (found.find()) {
                  if (shape.matcher(found.group()).matches()) {
                    words.add(found.group());
                  }
                }
              })
          .decode(file);
    }
    return words;
  }

  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }

  public int in(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    int count = occurrences(lower, CANARY) + occurrences(lower, WIDE_CANARY);
    Matcher words = WORD.matcher(text);
    while (words.find()) {
      if (ids.contains(words.group())) {
        count++;
      }
    }
    return count;
  }

  private static int occurrences(String text, String needle) {
    int count = 0;
    for (int at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) {
      count++;
    }
    return count;
  }
}
