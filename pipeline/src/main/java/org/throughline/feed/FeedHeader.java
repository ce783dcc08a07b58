package org.throughline.feed;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.throughline.episode.Tiers;

/**
 * What a file's header says. Column names are matched as codes are: without regard to case, spaces,
 * hyphens and underscores.
 *
 * @param unknown names that the feed does not know
 */
record FeedHeader(Feed feed, HeaderMap map, List<String> unknown) {
  private static final int MOST_CHARACTERS = 30_000;
  private static final String DELIMITERS = ",;\t|";

  /**
   * @param fileName decides on the feed if it begins with one's name
   * @param text the beginning of the file
   * @throws FeedFileException if the file is refused
   */
  static FeedHeader recognise(String fileName, String text, SourceProfile profile)
      throws IOException {
    if (text.isBlank()) {
      throw new FeedFileException("the file is empty; deliver one with a header row");
    }
    if (text.length() >= MOST_CHARACTERS && text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
      throw new FeedFileException(
          "the first line is longer than " + MOST_CHARACTERS + " characters and so is no header");
    }
    List<Feed> feeds = byName(fileName);
    Fields best = new Fields(',', List.of());
    int most = -1;
    String candidates =
        profile.delimiter().equals(SourceProfile.AUTO) || isToMend(text)
            ? DELIMITERS
            : profile.delimiter();
    for (int i = 0; i < candidates.length(); i++) {
      Fields fields = Fields.first(text, candidates.charAt(i));
      int known = feeds.stream().mapToInt(feed -> fields.known(feed, profile)).max().orElse(0);
      if (known > most) {
        best = fields;
        most = known;
      }
    }
    Fields fields = best;
    Feed feed = feeds.size() == 1 ? feeds.get(0) : byColumns(fields, profile);
    return of(feed, fields, profile);
  }

  /** Written by this product, and saved again by a spreadsheet with a delimiter of its choice. */
  private static boolean isToMend(String text) {
    return text.lines().limit(1).anyMatch(header -> header.contains(MendColumns.REJECT));
  }

  private static List<Feed> byName(String fileName) {
    String plain = fileName.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    List<Feed> named =
        Stream.of(Feed.values()).filter(feed -> plain.startsWith(feed.code())).toList();
    return named.isEmpty() ? List.of(Feed.values()) : named;
  }

  private static Feed byColumns(Fields fields, SourceProfile profile) throws FeedFileException {
    List<Feed> feeds =
        Stream.of(Feed.values()).filter(feed -> fields.missing(feed, profile).isEmpty()).toList();
    if (feeds.size() == 1) {
      return feeds.get(0);
    }
    String names =
        (feeds.isEmpty() ? Stream.of(Feed.values()) : feeds.stream())
            .map(Feed::code)
            .collect(Collectors.joining(", "));
    throw new FeedFileException(
        feeds.isEmpty()
            ? "neither the file's name nor its header is that of a feed; begin its name with one of "
                + names
                + ", and see that its header has the feed's required columns"
            : "by its header this could be any of "
                + names
                + "; begin its name with the feed that it is");
  }

  private static FeedHeader of(Feed feed, Fields fields, SourceProfile profile)
      throws FeedFileException {
    List<String> missing = fields.missing(feed, profile);
    if (!missing.isEmpty()) {
      throw new FeedFileException(
          "the "
              + feed.code()
              + " file has no column "
              + String.join(", ", missing)
              + "; add it, or name the site's own column in the source profile "
              + profile.name());
    }
    fields.refuseUnclear();
    List<Integer> positions =
        feed.columns().stream()
            .map(column -> fields.position(profile.column(feed, column.name())))
            .toList();
    int deleted = fields.position(profile.column(feed, Feed.ROW_DELETED));
    List<String> unknown = new ArrayList<>();
    for (int i = 0; i < fields.names.size(); i++) {
      if (!positions.contains(i)
          && i != deleted
          && !fields.normal(i).isEmpty()
          && !MendColumns.isOne(fields.names.get(i))) {
        unknown.add(Shown.value(fields.names.get(i).strip()));
      }
    }
    return new FeedHeader(
        feed,
        new HeaderMap(
            fields.delimiter,
            fields.names,
            positions,
            deleted,
            fields.position(MendColumns.REJECT)),
        unknown);
  }

  /** The fields of the header under one delimiter. */
  private record Fields(char delimiter, List<String> names) {
    static Fields first(String text, char delimiter) throws IOException {
      Records records = new Records(new StringReader(text), delimiter, 1);
      return switch (records.next()) {
        case ROW -> new Fields(delimiter, List.of(records.fields()));
        case TORN, END -> new Fields(delimiter, List.of());
      };
    }

    String normal(int field) {
      return Tiers.normal(names.get(field));
    }

    int position(String name) {
      String wanted = Tiers.normal(name);
      for (int i = 0; i < names.size(); i++) {
        if (normal(i).equals(wanted)) {
          return i;
        }
      }
      return HeaderMap.ABSENT;
    }

    int known(Feed feed, SourceProfile profile) {
      return (int)
          feed.columns().stream()
              .filter(c -> position(profile.column(feed, c.name())) != HeaderMap.ABSENT)
              .count();
    }

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

    /** Refuses two columns of one name, and a nameless column before a named one. */
    void refuseUnclear() throws FeedFileException {
      int nameless = HeaderMap.ABSENT;
      for (int i = 0; i < names.size(); i++) {
        if (normal(i).isEmpty()) {
          nameless = nameless == HeaderMap.ABSENT ? i : nameless;
        } else if (position(names.get(i)) < i) {
          throw new FeedFileException(
              "the header names "
                  + Shown.value(names.get(i).strip())
                  + " twice; rename or remove one of the columns");
        } else if (nameless != HeaderMap.ABSENT) {
          throw new FeedFileException(
              "column "
                  + (nameless + 1)
                  + " of the header has no name; give each column one, in one row without merged"
                  + " cells");
        }
      }
    }
  }
}
