package org.throughline.flow;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.throughline.feed.Feed;

/**
 * A small program's deliveries over some months, drawn from a seed: rows are corrected, withdrawn,
 * moved to other episodes and sent again; some come before their episode or break a rule.
 */
final class RandomProgram {
  private static final YearMonth FIRST = YearMonth.of(2025, 1);
  private static final int MONTHS = 4;
  private static final int CLIENTS = 12;
  private static final int EPISODES = 18;

  /**
   * A feed file.
   *
   * @param month of its folder: its as-of
   * @param name of the file
   * @param rows cells by column of the feed, and row_deleted at the end
   */
  record FeedFile(YearMonth month, String name, Feed feed, List<String[]> rows) {
    /** The file's lines, header first. */
    String[] lines() {
      List<String> lines = new ArrayList<>();
      lines.add(
          String.join(",", feed.columns().stream().map(column -> column.name()).toList())
              + ",row_deleted");
      rows.forEach(row -> lines.add(String.join(",", row)));
      return lines.toArray(String[]::new);
    }

    String path() {
      return month + "/" + name;
    }
  }

  private final Random random;
  private final Map<Feed, List<String[]>> sent = new EnumMap<>(Feed.class);
  private int lastKey;

  RandomProgram(long seed) {
    random = new Random(seed);
  }

  List<FeedFile> files() {
    List<FeedFile> files = new ArrayList<>();
    for (int month = 0; month < MONTHS; month++) {
      for (Feed feed : Feed.values()) {
        int parts = 1 + random.nextInt(2);
        for (int part = 0; part < parts; part++) {
          if (random.nextInt(6) > 0) {
            YearMonth of = FIRST.plusMonths(month);
            String name = feed.code() + (part == 0 ? "" : "-" + part) + ".csv";
            files.add(new FeedFile(of, name, feed, rows(feed, month)));
          }
        }
      }
    }
    return files;
  }

  private List<String[]> rows(Feed feed, int month) {
    List<String[]> all = sent.computeIfAbsent(feed, any -> new ArrayList<>());
    List<String[]> rows = new ArrayList<>();
    int fresh = feed == Feed.EPISODES ? 5 : 12;
    for (int i = 0; i < fresh; i++) {
      String key =
          feed == Feed.EPISODES
              ? "e" + (1 + random.nextInt(EPISODES))
              : feed.code() + ++lastKey;
      rows.add(row(feed, key, month));
    }
    for (int i = 0; i < 5 && !all.isEmpty(); i++) {
      String[] old = all.get(random.nextInt(all.size()));
      switch (random.nextInt(4)) {
        case 0 -> rows.add(withdrawn(feed, old[0]));
        case 1 -> rows.add(old);
        default -> rows.add(row(feed, old[0], month));
      }
    }
    Collections.shuffle(rows, random);
    all.addAll(rows);
    return rows;
  }

  private static String[] withdrawn(Feed feed, String key) {
    String[] row = new String[feed.columns().size() + 1];
    Arrays.fill(row, "");
    row[0] = key;
    row[row.length - 1] = "yes";
    return row;
  }

  private String[] row(Feed feed, String key, int month) {
    String episode = "e" + (1 + random.nextInt(EPISODES));
    LocalDate day = FIRST.atDay(1).plusDays(random.nextInt(30 * (month + 1)));
    String later = random.nextBoolean() ? "" : day.plusDays(random.nextInt(20)).toString();
    return switch (feed) {
      case EPISODES ->
          new String[] {
            key,
            "c" + (1 + random.nextInt(CLIENTS)),
            pick("North", "South"),
            day.toString(),
            later,
            later.isEmpty() ? "" : pick("completed", "left"),
            pick("OP", "IOP"),
            pick("", "detox"),
            pick("", "25-34", "65+"),
            pick("F", "M", ""),
            pick("alcohol", ""),
            pick("yes", "no", ""),
            pick("student", ""),
            ""
          };
      case PLACEMENTS ->
          new String[] {key, episode, pick("OP", "IOP", "HIOP"), day.toString(), later, ""};
      case ATTENDANCE ->
          new String[] {
            key,
            episode,
            day.toString(),
            pick("individual", "family", "unscheduled"),
            pick("attended", "attended", "excused"),
            "",
            pick("", "telehealth"),
            pick("", "yes", "no"),
            ""
          };
      case CHECKINS ->
          new String[] {
            key,
            episode,
            day.toString(),
            pick("none", "used", "declined"),
            pick("", "negative", "invalid"),
            pick("", "yes", "no"),
            pick("", "0", "10"),
            ""
          };
      case RELAPSES ->
          new String[] {
            key, episode, day.toString(), later, pick("lapse", "relapse"), pick("", "test"), ""
          };
    };
  }

  private String pick(String... values) {
    return values[random.nextInt(values.length)];
  }
}
