package org.throughline.feed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a file's header says. Column names are matched as codes are: without regard to case, spaces,
 * hyphens and underscores.
 *
 * @param unknown names that the feed does not know
 */
record FeedHeader(Feed feed, HeaderMap map, List<String> unknown) {
  private static final String DELIMITERS = ",;\t|";

  /**
   * The beginning of a file.
   *
   * @param text decoded, without a byte-order mark
   * @param extent whether the file ends there
   */
  record Head(String text, Extent extent) {
    enum Extent {
      WHOLE_FILE,
      BEGINNING
    }

    static Head whole(String text) {
      return new Head(text, Extent.WHOLE_FILE);
    }
  }

  /**
   * @param fileName decides on the feed if it begins with one's name
   * @throws FeedFileException if the file is refused
   */
  static FeedHeader recognise(String fileName, Head head, SourceProfile profile, FeedLimits limits)
      throws IOException {
    if (head.text().isBlank()) {
      throw new FeedFileException(
          head.extent() == Head.Extent.WHOLE_FILE
              ? "the file is empty; deliver one with a header row"
              : "the file begins with nothing but blanks; begin it with a header row");
    }
    List<Feed> feeds = byName(fileName);
    HeaderFields fields = best(head.text(), dialects(head.text(), profile), feeds, profile);
    refuseUnreadable(fields, head, limits);
    HeaderFaults faults = new HeaderFaults(head.text(), fields, profile);
    Feed feed = feeds.size() == 1 ? feeds.get(0) : byColumns(fields, faults, profile);
    if (!fields.complete(feed, profile)) {
      throw faults.incomplete(feed);
    }
    faults.refuseUnclear();
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

  /** What the file may be written in, likelier ones first. */
  private static List<Dialect> dialects(String text, SourceProfile profile) {
    boolean open = profile.delimiter().equals(SourceProfile.AUTO) || isToMend(text);
    return dialects(text, open ? DELIMITERS : profile.delimiter(), profile);
  }

  /** All dialects that a source with this profile might use, had it declared no delimiter. */
  static List<Dialect> anyDialects(String text, SourceProfile profile) {
    return dialects(text, DELIMITERS, profile);
  }

  private static List<Dialect> dialects(String text, String delimiters, SourceProfile profile) {
    boolean single = text.strip().lines().findFirst().orElse("").indexOf('\'') >= 0;
    List<Quote> detected = single ? List.of(Quote.DOUBLE, Quote.SINGLE) : List.of(Quote.DOUBLE);
    List<Quote> quotes = profile.quote().map(List::of).orElse(detected);
    return quotes.stream()
        .flatMap(quote -> delimiters.chars().mapToObj(c -> new Dialect((char) c, quote)))
        .toList();
  }

  private static HeaderFields best(
      String text, List<Dialect> dialects, List<Feed> feeds, SourceProfile profile)
      throws IOException {
    HeaderFields best = HeaderFields.first(text, dialects.get(0));
    int most = -1;
    for (Dialect dialect : dialects) {
      HeaderFields fields = HeaderFields.first(text, dialect);
      int known = feeds.stream().mapToInt(feed -> fields.known(feed, profile)).max().orElse(0);
      if (known > most) {
        best = fields;
        most = known;
      }
    }
    return best;
  }

  /** A first row that is no row of names at all. */
  private static void refuseUnreadable(HeaderFields fields, Head head, FeedLimits limits)
      throws IOException {
    boolean noEnd =
        head.extent() == Head.Extent.BEGINNING
            && HeaderFields.below(head.text(), fields.dialect()).isEmpty()
            && !blankLinesFollow(head.text());
    if (noEnd) {
      throw new FeedFileException(
          "the first row does not end within "
              + FeedLimits.number(head.text().length())
              + " characters and so is no header; look for a quote or line end that is missing");
    }
    if (fields.names().isEmpty()) {
      throw new FeedFileException(
          "the quotes in the first row do not match; write the header without quotes");
    }
    if (fields.names().stream().anyMatch(name -> name.indexOf('\0') >= 0)) {
      throw new FeedFileException(
          "the first row holds NUL bytes; export the file as CSV in UTF-8, or declare its encoding"
              + " in the source profile, such as encoding: UTF-16LE");
    }
    if (fields.names().size() > limits.columns()) {
      throw new FeedFileException(
          "the header has "
              + FeedLimits.number(fields.names().size())
              + " columns, more than "
              + FeedLimits.number(limits.columns())
              + "; leave out those that are not needed, or raise throughline.limits.columns");
    }
  }

  /** Whether the text ends in blank lines: then its last row is at its end, too. */
  private static boolean blankLinesFollow(String text) {
    String blanks = text.substring(text.stripTrailing().length());
    return blanks.indexOf('\n') >= 0 || blanks.indexOf('\r') >= 0;
  }

  private static Feed byColumns(HeaderFields fields, HeaderFaults faults, SourceProfile profile)
      throws IOException {
    List<Feed> feeds =
        Stream.of(Feed.values()).filter(feed -> fields.complete(feed, profile)).toList();
    if (feeds.size() == 1) {
      return feeds.get(0);
    }
    if (!feeds.isEmpty()) {
      throw new FeedFileException(
          "by its header this could be any of "
              + feeds.stream().map(Feed::code).collect(Collectors.joining(", "))
              + "; begin its name with the feed that it is");
    }
    throw faults.noFeed();
  }

  private static FeedHeader of(Feed feed, HeaderFields fields, SourceProfile profile) {
    List<Integer> positions =
        feed.columns().stream()
            .map(column -> fields.position(profile.column(feed, column.name())))
            .toList();
    int deleted = fields.position(profile.column(feed, Feed.ROW_DELETED));
    Set<Integer> used = new HashSet<>(positions);
    List<String> unknown = new ArrayList<>();
    for (int i = 0; i < fields.names().size(); i++) {
      if (!used.contains(i)
          && i != deleted
          && !fields.normal(i).isEmpty()
          && !MendColumns.isOne(fields.names().get(i))) {
        unknown.add(Shown.value(fields.names().get(i).strip()));
      }
    }
    return new FeedHeader(
        feed,
        new HeaderMap(
            fields.dialect(),
            fields.names(),
            positions,
            deleted,
            fields.position(MendColumns.REJECT)),
        unknown);
  }

  /** The feed whose required columns are all there, if one is. */
  static Optional<Feed> complete(HeaderFields fields, List<Feed> feeds, SourceProfile profile) {
    return feeds.stream().filter(feed -> fields.complete(feed, profile)).findFirst();
  }
}
