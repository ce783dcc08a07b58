package org.throughline.feed;

import java.io.IOException;

/** A file that cannot be read to its end, so that none of it may be taken. */
public final class FeedFileException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String sentence;

  /**
   * @param sentence for an operator: what is wrong, where, what to do
   */
  public FeedFileException(String sentence) {
    super(sentence);
    this.sentence = sentence;
  }

  public FeedFileException(String sentence, Throwable cause) {
    super(sentence, cause);
    this.sentence = sentence;
  }

  @Override
  public String getMessage() {
    return sentence;
  }
}
