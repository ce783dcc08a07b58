package org.throughline.figure;

import java.util.Locale;

/** What follows from a finding of a data check. */
public enum FindingLevel {
  /** It is told. */
  NOTE,
  /** It is told, and somebody should look. */
  WARN,
  /** Nothing is published until it is mended or accepted by name. */
  STOP;

  /** As settings and files spell it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
