package org.throughline.feed;

import java.time.LocalDate;
import java.util.Optional;

/** How each fault of a row is told. Identifiers and sites never stand in a message. */
final class Rejections {
  private Rejections() {}

  static Optional<Rejection> width(int fields, int expected, long line) {
    return of(
        line,
        "",
        fields < expected ? "fewer fields than the header" : "more fields than the header",
        fields
            + " instead of "
            + expected
            + "; look for a delimiter, quote or line break that is missing or one too many");
  }

  static Rejection tornQuotes(long line) {
    return new Rejection(
        line, "", "text after a closing quote", "double each quote inside a quoted field");
  }

  static Optional<Rejection> blank(Column column, long line) {
    return of(
        line, column.name(), "blank " + column.name(), column.name() + " is required; fill it in");
  }

  static Optional<Rejection> unknownCode(Column column, String text, long line) {
    return unknownCode(column, text, String.join(", ", FeedCodes.allowed(column)), line);
  }

  static Optional<Rejection> unknownCode(Column column, String text, String allowed, long line) {
    return of(
        line,
        column.name(),
        "unknown code in " + column.name(),
        quoted(text)
            + " is none of "
            + allowed
            + "; correct it, or add it to the codes of "
            + column.name()
            + " in the source profile");
  }

  static Optional<Rejection> noDate(Column column, String text, String patterns, long line) {
    return of(
        line,
        column.name(),
        column.name() + " is no date",
        quoted(text) + " is no day of the calendar written as " + patterns);
  }

  static Optional<Rejection> farDate(Column column, String text, long line) {
    return of(
        line,
        column.name(),
        column.name() + " outside 1900 to 2100",
        quoted(text) + " is too early or too late; correct it");
  }

  static Optional<Rejection> noNumber(Column column, String text, long line) {
    return of(
        line,
        column.name(),
        column.name() + " is no whole number",
        quoted(text) + " is not; write " + column.least() + " to " + column.most());
  }

  static Optional<Rejection> farNumber(Column column, String text, long line) {
    return of(
        line,
        column.name(),
        column.name() + " outside " + column.least() + " to " + column.most(),
        quoted(text) + " is too small or too large; correct it");
  }

  static Optional<Rejection> oddSite(Column column, long line) {
    return of(
        line,
        column.name(),
        column.name() + " is no code",
        "it is longer than 64 characters or holds control characters; look for a missing quote or line end");
  }

  static Optional<Rejection> oddKey(Column column, long line) {
    return of(
        line,
        column.name(),
        column.name() + " is no identifier",
        "it is longer than "
            + RowReader.MOST_KEY_CHARACTERS
            + " characters or holds control characters; look for a missing quote or line end");
  }

  static Optional<Rejection> without(Column given, Column missing, long line) {
    return of(
        line,
        missing.name(),
        given.name() + " without " + missing.name(),
        "fill in both or neither of them");
  }

  static Optional<Rejection> neither(Column one, Column other, long line) {
    return of(
        line,
        one.name(),
        "neither " + one.name() + " nor " + other.name(),
        "fill in at least one of them");
  }

  static Optional<Rejection> before(
      Column early, int earlyDay, Column late, int lateDay, long line) {
    return of(
        line,
        early.name(),
        early.name() + " before " + late.name(),
        LocalDate.ofEpochDay(earlyDay)
            + " is before "
            + LocalDate.ofEpochDay(lateDay)
            + "; correct one of them");
  }

  private static String quoted(String text) {
    return "“" + Shown.value(text) + "”";
  }

  private static Optional<Rejection> of(long line, String column, String reason, String detail) {
    return Optional.of(new Rejection(line, column, reason, detail));
  }
}
