package org.throughline.lake;

/** A quarantine file cannot be read: its message names the file and says why. */
public final class QuarantineException extends Exception {
  private static final long serialVersionUID = 1L;

  QuarantineException(String message) {
    super(message);
  }

  QuarantineException(String message, Throwable cause) {
    super(message, cause);
  }
}
