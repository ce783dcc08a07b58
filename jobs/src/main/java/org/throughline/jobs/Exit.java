package org.throughline.jobs;

/** How a command ends: the codes that scripts rely on. */
public enum Exit {
  /** All was done. */
  DONE(0),
  /** The command or a setting is wrong; nothing was started. */
  USAGE(2),
  /** A data check stopped the run; an operator must decide. */
  DATA_CHECK(3),
  /** The run was asked to stop and did so between two steps. */
  STOPPED(4),
  /** The run failed; the same command resumes it. */
  FAILED(5),
  /** Verification found a difference. */
  DIFFERENCE(6);

  private final int code;

  Exit(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }
}
