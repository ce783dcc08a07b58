package org.throughline.jobs;

/**
 * Ends a command early: a code for scripts and a message that tells a person what happened and what
 * to do. Its message is shown as it is.
 */
public final class Halt extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Exit exit;

  private Halt(Exit exit, String message) {
    super(message);
    this.exit = exit;
  }

  /** Wrong usage, or a setting that cannot be used. */
  public static Halt usage(String message) {
    return new Halt(Exit.USAGE, message);
  }

  /** The data needs an operator's decision. */
  public static Halt dataCheck(String message) {
    return new Halt(Exit.DATA_CHECK, message);
  }

  /** Stopped on request. */
  public static Halt stopped(String message) {
    return new Halt(Exit.STOPPED, message);
  }

  /** Failed in a way that running again can mend. */
  public static Halt failed(String message) {
    return new Halt(Exit.FAILED, message);
  }

  /** The same, with what caused it, for the log. */
  public static Halt failed(String message, Throwable cause) {
    Halt halt = failed(message);
    halt.initCause(cause);
    return halt;
  }

  public Exit exit() {
    return exit;
  }
}
