package org.throughline.feed;

import org.jspecify.annotations.Nullable;

/** What stands around fields that hold delimiters or line breaks. */
public enum Quote {
  DOUBLE('"'),
  SINGLE('\''),
  /** Nothing: every character is text. */
  NONE('\0');

  private final char character;

  Quote(char character) {
    this.character = character;
  }

  /** As a byte, or a number that is none. */
  int asByte() {
    return this == NONE ? Integer.MIN_VALUE : character;
  }

  /** As Commons CSV wants it. */
  @Nullable Character asCharacter() {
    return this == NONE ? null : character;
  }

  /** As text; empty where there is none. */
  public String text() {
    return this == NONE ? "" : String.valueOf(character);
  }
}
