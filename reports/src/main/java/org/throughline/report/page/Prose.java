package org.throughline.report.page;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A sentence, written in a very small markup: {@code **key words**} and {@code `code`}. Everything
 * else is plain text and is escaped; intervals ("64–72 %") are kept on one line.
 *
 * @param source the text with its markup
 */
public record Prose(String source) {

  private static final Pattern STRONG = Pattern.compile("\\*\\*(.+?)\\*\\*");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern TOGETHER =
      Pattern.compile(
          "\\(?\\d[\\d,.]*\u2013\\d[\\d,.]*(?:\u00a0%\\)?)?|not (?:computed|available|shown)");

  private static final Pattern UNIT = Pattern.compile("(\\d) %");

  static Prose of(String... sentences) {
    return new Prose(String.join(" ", sentences));
  }

  static List<Prose> paragraphs(String... texts) {
    return Stream.of(texts).filter(t -> !t.isEmpty()).map(Prose::new).toList();
  }

  /** Without markup: for places that take no HTML. */
  public String plain() {
    return STRONG.matcher(CODE.matcher(source).replaceAll("$1")).replaceAll("$1");
  }

  /** As HTML. */
  public String html() {
    String escaped =
        UNIT.matcher(source)
            .replaceAll("$1\u00a0%")
            .replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;");
    String kept = TOGETHER.matcher(escaped).replaceAll("<span class=\"nw\">$0</span>");
    String coded = CODE.matcher(kept).replaceAll("<code>$1</code>");
    return STRONG.matcher(coded).replaceAll("<b>$1</b>");
  }
}
