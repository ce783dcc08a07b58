package org.throughline.report.pdf;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What {@code report.pdf} is printed on. */
public enum Paper {
  /** 210 × 297 mm. */
  A4("A4"),
  /** 8.5 × 11 in. */
  LETTER("letter");

  /** The publication's setting that names it; absent where it is A4. */
  public static final String SETTING = "paper";

  private final String css;

  Paper(String css) {
    this.css = css;
  }

  /** As settings spell it: {@code a4}, {@code letter}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As a style sheet names the size of a page. */
  String css() {
    return css;
  }

  /** The paper of that code, in any case. */
  public static Optional<Paper> named(String code) {
    return Stream.of(values()).filter(p -> p.name().equalsIgnoreCase(code.strip())).findFirst();
  }

  /**
   * The paper of a publication with these settings.
   *
   * @throws IllegalArgumentException if they name one that is not known
   */
  static Paper of(Map<String, String> settings) {
    String code = settings.getOrDefault(SETTING, A4.code());
    return named(code)
        .orElseThrow(() -> new IllegalArgumentException("There is no paper '" + code + "'"));
  }
}
