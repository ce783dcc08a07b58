package org.throughline.figure;

/** What a measure is there for. */
public enum MeasureGroup {
  /** The program's own questions. */
  CORE("core"),
  /** Endpoints of published clinical trials, for comparison with them. */
  TRIAL("trial"),
  /** Measures in the form of public reporting in the United States. */
  REPORTING("reporting");

  private final String code;

  MeasureGroup(String code) {
    this.code = code;
  }

  /** The word used in files. */
  public String code() {
    return code;
  }
}
