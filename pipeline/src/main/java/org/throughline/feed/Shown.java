package org.throughline.feed;

import java.nio.file.Path;

/** Texts from files, as they may stand in messages and tables. */
public final class Shown {
  static final int MOST_CHARACTERS = 40;

  private Shown() {}

  /** At most 40 characters; what a terminal or page could act upon is spelled out. */
  static String value(String text) {
    StringBuilder shown = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      String next = harmless(c) ? Character.toString(c) : "\\u%04x".formatted(c);
      if (shown.length() + next.length() > MOST_CHARACTERS) {
        return shown.append('…').toString();
      }
      shown.append(next);
      at += Character.charCount(c);
    }
    return shown.toString();
  }

  /** A file's name in whole; what a terminal or page could act upon is spelled out. */
  public static String fileName(Path file) {
    return harmless(String.valueOf(file.getFileName()));
  }

  /** A text of any length; what a terminal or page could act upon is spelled out. */
  public static String harmless(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .forEach(c -> shown.append(harmless(c) ? Character.toString(c) : "\\u%04x".formatted(c)));
    return shown.toString();
  }

  private static boolean harmless(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
