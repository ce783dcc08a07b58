package org.throughline.report.chart;

/** What a signal means by the direction of its measure. */
public enum Verdict {
  BETTER(Hue.BETTER, "for the better"),
  WORSE(Hue.WORSE, "for the worse"),
  /** Usual variation, or a measure without a better side. */
  USUAL(Hue.INK, "");

  private final Hue hue;
  private final String words;

  Verdict(Hue hue, String words) {
    this.hue = hue;
    this.words = words;
  }

  Hue hue() {
    return hue;
  }

  /** Ends a sentence about a signal; may be empty. */
  String words() {
    return words;
  }
}
