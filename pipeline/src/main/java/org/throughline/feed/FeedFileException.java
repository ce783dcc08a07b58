package org.throughline.feed;

import java.io.IOException;

/** A file that cannot be read to its end, so that none of it may be taken. */
public final class FeedFileException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message a sentence for an operator: what is wrong, where, what to do
   */
  public FeedFileException(String message) {
    super(message);
  }

  public FeedFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
