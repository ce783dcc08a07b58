package org.throughline.feed;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.throughline.episode.Tiers;

/**
 * The fields of a row that may be the header, under one dialect.
 *
 * @param line on which the row begins, counted from 1
 * @param byName the first field of each normalised name
 */
record HeaderFields(Dialect dialect, long line, List<String> names, Map<String, Integer> byName) {
  private static final int MOST_ROWS_ABOVE = 20;

  static HeaderFields of(Dialect dialect, long line, List<String> names) {
    Map<String, Integer> byName = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      byName.putIfAbsent(Tiers.normal(names.get(i)), i);
    }
    return new HeaderFields(dialect, line, names, byName);
  }

  /** The first row of a text; without fields if it is torn. */
  static HeaderFields first(String text, Dialect dialect) throws IOException {
    Records records = new Records(new StringReader(text), dialect, 1);
    return records.next() == Records.Next.ROW
        ? of(dialect, records.line(), List.of(records.fields()))
        : of(dialect, 1, List.of());
  }

  /** The rows after the first one, as far as a header may be looked for. */
  static List<HeaderFields> below(String text, Dialect dialect) throws IOException {
    Records records = new Records(new StringReader(text), dialect, 1);
    List<HeaderFields> rows = new ArrayList<>();
    records.next();
    for (int i = 0; i < MOST_ROWS_ABOVE; i++) {
      Records.Next next = records.next();
      if (next == Records.Next.ROW) {
        rows.add(of(dialect, records.line(), List.of(records.fields())));
      } else if (next == Records.Next.END) {
        break;
      }
    }
    return rows;
  }

  String normal(int field) {
    return Tiers.normal(names.get(field));
  }

  int position(String name) {
    return byName.getOrDefault(Tiers.normal(name), HeaderMap.ABSENT);
  }

  /** How many columns of a feed are there. */
  int known(Feed feed, SourceProfile profile) {
    return (int)
        feed.columns().stream()
            .filter(c -> position(profile.column(feed, c.name())) != HeaderMap.ABSENT)
            .count();
  }

  boolean complete(Feed feed, SourceProfile profile) {
    return missing(feed, profile).isEmpty();
  }

  /** Required columns that are not there, as the site calls them. */
  List<String> missing(Feed feed, SourceProfile profile) {
    return feed.columns().stream()
        .filter(Column::required)
        .filter(c -> position(profile.column(feed, c.name())) == HeaderMap.ABSENT)
        .map(c -> spelled(c.name(), profile.column(feed, c.name())))
        .toList();
  }

  private static String spelled(String canonical, String own) {
    return own.equals(canonical) ? own : own + " (" + canonical + ")";
  }

  /**
   * Column names of a feed that stand together in one field: merged cells, or another delimiter.
   */
  Optional<String> merged(Feed feed, SourceProfile profile) {
    List<String> known =
        Stream.concat(
                feed.columns().stream().map(c -> profile.column(feed, c.name())),
                Stream.of(profile.column(feed, Feed.ROW_DELETED)))
            .toList();
    for (int i = 0; i < names.size(); i++) {
      List<String> found = inside(names.get(i), known);
      if (found.size() > 1) {
        return Optional.of(
            "field "
                + (i + 1)
                + " of the header holds several column names ("
                + String.join(", ", new LinkedHashSet<>(found))
                + "); give each a field of its own, without merged cells, and one delimiter to all"
                + " rows");
      }
    }
    return Optional.empty();
  }

  /** The known names that make up a text, in its order; none if anything else is in it. */
  private static List<String> inside(String text, List<String> known) {
    String left = Tiers.normal(text).replaceAll("[^\\p{L}\\p{N}]", "");
    List<String> found = new ArrayList<>();
    while (!left.isEmpty()) {
      String rest = left;
      Optional<String> next =
          known.stream()
              .filter(name -> !letters(name).isEmpty() && rest.startsWith(letters(name)))
              .max((a, b) -> Integer.compare(letters(a).length(), letters(b).length()));
      if (next.isEmpty()) {
        return List.of();
      }
      found.add(next.get());
      left = rest.substring(letters(next.get()).length());
    }
    return found;
  }

  private static String letters(String name) {
    return Tiers.normal(name).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
