package org.throughline.figure;

/** Which way is better for a measure. */
public enum Direction {
  UP_IS_BETTER,
  DOWN_IS_BETTER,
  NEITHER
}
