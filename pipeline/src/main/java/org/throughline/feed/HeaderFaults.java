package org.throughline.feed;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what is wrong with a header, as closely as can be told, and what to do. */
final class HeaderFaults {
  private static final List<Feed> ALL = List.of(Feed.values());

  private final String text;
  private final HeaderFields fields;
  private final SourceProfile profile;

  /**
   * @param text the beginning of the file
   * @param fields its first row
   */
  HeaderFaults(String text, HeaderFields fields, SourceProfile profile) {
    this.text = text;
    this.fields = fields;
    this.profile = profile;
  }

  /** The header of a file that its name gives to a feed lacks columns. */
  FeedFileException incomplete(Feed feed) throws IOException {
    Optional<String> odd = odd(List.of(feed));
    if (odd.isPresent()) {
      return new FeedFileException(odd.get());
    }
    Optional<Feed> other = FeedHeader.complete(fields, ALL, profile);
    if (other.isPresent()) {
      return new FeedFileException(
          "by its name this is a file of "
              + feed.code()
              + ", by its header one of "
              + other.get().code()
              + "; rename it, or deliver the right file under this name");
    }
    String missing = String.join(", ", fields.missing(feed, profile));
    if (fields.known(feed, profile) == 0) {
      return new FeedFileException(
          "the first row holds no column name of "
              + feed.code()
              + "; it must be the header, with at least "
              + missing
              + ". If it is one, name the site's own columns in the source profile "
              + profile.name());
    }
    return new FeedFileException(
        "the "
            + feed.code()
            + " file has no column "
            + missing
            + "; add it, or name the site's own column in the source profile "
            + profile.name());
  }

  /** Neither name nor header is that of a feed. */
  FeedFileException noFeed() throws IOException {
    return new FeedFileException(
        odd(ALL)
            .orElse(
                "neither the file's name nor its header is that of a feed; begin its name with one"
                    + " of "
                    + Stream.of(Feed.values()).map(Feed::code).collect(Collectors.joining(", "))
                    + ", and see that its header has the feed's required columns"));
  }

  /** Headers that are there, but not as they should be. */
  private Optional<String> odd(List<Feed> feeds) throws IOException {
    for (Dialect dialect : FeedHeader.anyDialects(text, profile)) {
      if (FeedHeader.complete(HeaderFields.first(text, dialect), feeds, profile).isPresent()) {
        return Optional.of(
            "the source profile "
                + profile.name()
                + " declares the delimiter "
                + shown(fields.dialect().delimiter())
                + ", but the header is parted by "
                + shown(dialect.delimiter())
                + "; correct the one or the other");
      }
    }
    for (Feed feed : feeds) {
      Optional<String> merged = fields.merged(feed, profile);
      if (merged.isPresent()) {
        return merged;
      }
    }
    for (Dialect dialect : FeedHeader.anyDialects(text, profile)) {
      for (HeaderFields row : HeaderFields.below(text, dialect)) {
        if (FeedHeader.complete(row, feeds, profile).isPresent()) {
          return Optional.of(
              "the column names stand on line "
                  + row.line()
                  + "; remove the lines above, so that they are the first row");
        }
      }
    }
    return Optional.empty();
  }

  private static String shown(char delimiter) {
    return delimiter == '\t' ? "tab" : "“" + Shown.value(Character.toString(delimiter)) + "”";
  }

  /** Refuses two columns of one name, and a nameless column before a named one. */
  void refuseUnclear() throws FeedFileException {
    int nameless = HeaderMap.ABSENT;
    Map<String, Integer> seen = new HashMap<>();
    for (int i = 0; i < fields.names().size(); i++) {
      String normal = fields.normal(i);
      if (normal.isEmpty()) {
        nameless = nameless == HeaderMap.ABSENT ? i : nameless;
        continue;
      }
      Integer before = seen.putIfAbsent(normal, i);
      if (before != null) {
        throw new FeedFileException(
            "the header names "
                + Shown.value(fields.names().get(i).strip())
                + " twice, in fields "
                + (before + 1)
                + " and "
                + (i + 1)
                + "; rename or remove one of the columns");
      }
      if (nameless != HeaderMap.ABSENT) {
        throw new FeedFileException(
            "column "
                + (nameless + 1)
                + " of the header has no name; give each column one, in one row without merged"
                + " cells");
      }
    }
  }
}
