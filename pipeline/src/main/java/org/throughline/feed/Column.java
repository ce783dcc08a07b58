package org.throughline.feed;

import java.util.List;

/**
 * A column of a feed under its canonical name.
 *
 * @param name canonical, snake_case
 * @param kind what its cells hold
 * @param need whether a row can do without it
 * @param codes canonical codes in order, for {@link Kind#CODE}
 * @param least smallest whole number allowed, for {@link Kind#WHOLE_NUMBER}
 * @param most largest whole number allowed
 */
public record Column(String name, Kind kind, Need need, List<String> codes, int least, int most) {

  /** What the cells of a column hold, and so how they are read and kept. */
  public enum Kind {
    /** Identifies the row within its source; replaced by a keyed pseudonym. */
    ROW_KEY,
    /** Identifies the episode that the row belongs to; replaced by a keyed pseudonym. */
    EPISODE_KEY,
    /** Identifies the person; replaced by a keyed pseudonym. */
    CLIENT_KEY,
    /** A site or program code, kept as it is, trimmed. */
    SITE,
    /** An intensity tier, by code or alias; kept as the tier's code. */
    TIER,
    /** A calendar date; kept as days since 1970-01-01. */
    DATE,
    /** One of a list of codes; kept as the index of its canonical code. */
    CODE,
    /** yes or no; kept as 1 or 0. */
    YES_NO,
    /** A whole number in a range. */
    WHOLE_NUMBER
  }

  /** Whether a row can do without a value. */
  public enum Need {
    REQUIRED,
    OPTIONAL
  }

  static Column key(String name, Kind kind) {
    return new Column(name, kind, Need.REQUIRED, List.of(), 0, 0);
  }

  static Column of(String name, Kind kind, Need need) {
    return new Column(name, kind, need, List.of(), 0, 0);
  }

  static Column codes(String name, Need need, String... codes) {
    return new Column(name, Kind.CODE, need, List.of(codes), 0, 0);
  }

  static Column number(String name, int least, int most) {
    return new Column(name, Kind.WHOLE_NUMBER, Need.OPTIONAL, List.of(), least, most);
  }

  public boolean required() {
    return need == Need.REQUIRED;
  }
}
