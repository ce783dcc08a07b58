package org.throughline.feed;

import java.io.Serializable;

/**
 * How a file parts its fields.
 *
 * @param delimiter between fields
 * @param quote around those that need one
 */
public record Dialect(char delimiter, Quote quote) implements Serializable {
  private static final long serialVersionUID = 1L;
}
