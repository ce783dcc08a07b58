package org.throughline.jobs.cli;

import java.util.Locale;

/** How a list is printed. */
enum ListFormat {
  /** One line each, tabs between. */
  TEXT,
  /** A list of objects. */
  JSON;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
