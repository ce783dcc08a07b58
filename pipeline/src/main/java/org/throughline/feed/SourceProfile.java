package org.throughline.feed;

import java.io.Serializable;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a source writes its feeds: its encoding, delimiter, dates, and what it calls columns and
 * codes.
 *
 * @param name of the source, as given to {@code --source}
 * @param description one sentence for people
 * @param encoding name of the character set of files without a byte-order mark
 * @param delimiter one character, or {@link #AUTO}
 * @param quoting {@code "}, {@code '}, {@link #UNQUOTED} or {@link #AUTO}
 * @param dates {@code java.time} patterns, tried in order; {@link #EXCEL} or {@link #EXCEL_1904}
 *     for serial days
 * @param feeds what differs from the canonical names, per feed
 */
public record SourceProfile(
    String name,
    String description,
    String encoding,
    String delimiter,
    String quoting,
    List<String> dates,
    Map<Feed, Naming> feeds)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  public SourceProfile {
    dates = List.copyOf(dates);
    feeds = Map.copyOf(feeds);
  }

  /** The delimiter or quote is found out from the header. */
  public static final String AUTO = "auto";

  /** No quotes: every character is text. */
  public static final String UNQUOTED = "none";

  /** Dates as serial days of Excel's 1900 system. */
  public static final String EXCEL = "excel";

  /** Dates as serial days of Excel's 1904 system, from workbooks of older Macs. */
  public static final String EXCEL_1904 = "excel-1904";

  /**
   * The names that a source uses in one feed.
   *
   * @param columns canonical column: the source's column
   * @param codes canonical column: the source's code: canonical code
   */
  public record Naming(Map<String, String> columns, Map<String, Map<String, String>> codes)
      implements Serializable {
    private static final long serialVersionUID = 1L;

    public Naming {
      columns = Map.copyOf(columns);
      codes = Map.copyOf(codes);
    }
  }

  /**
   * Reads a profile.
   *
   * @param yaml the text
   * @param origin where the text is from, for messages
   * @throws IllegalArgumentException naming origin, key and what to write
   */
  public static SourceProfile parse(String yaml, String origin) {
    return ProfileText.parse(yaml, origin);
  }

  /** The profile of a source that uses the product's own names. */
  public static SourceProfile canonical() {
    return new SourceProfile(
        "canonical",
        "Feeds under the product's own names, dates in ISO form.",
        "UTF-8",
        AUTO,
        AUTO,
        List.of("yyyy-MM-dd"),
        Map.of());
  }

  public Charset charset() {
    return Charset.forName(encoding);
  }

  /** The declared quote; empty if it is found out from the header. */
  Optional<Quote> quote() {
    return switch (quoting) {
      case "\"" -> Optional.of(Quote.DOUBLE);
      case "'" -> Optional.of(Quote.SINGLE);
      case UNQUOTED -> Optional.of(Quote.NONE);
      default -> Optional.empty();
    };
  }

  /** What the source calls a column. */
  public String column(Feed feed, String canonical) {
    Naming naming = feeds.get(feed);
    return naming == null ? canonical : naming.columns().getOrDefault(canonical, canonical);
  }

  /** The source's own codes in a column, each with the canonical code that it stands for. */
  public Map<String, String> codes(Feed feed, String canonical) {
    Naming naming = feeds.get(feed);
    return naming == null ? Map.of() : naming.codes().getOrDefault(canonical, Map.of());
  }

  /**
   * SHA-256 of what the profile means, lower-case hexadecimal: two profiles with one fingerprint
   * read a file the same way, whatever their descriptions and the order of their keys.
   */
  public String fingerprint() {
    return ProfileFingerprint.of(this);
  }
}
