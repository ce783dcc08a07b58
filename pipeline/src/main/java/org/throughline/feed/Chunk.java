package org.throughline.feed;

import java.io.Serializable;

/**
 * A stretch of a file that begins and ends between two rows, so that it can be parsed by itself.
 *
 * @param from first byte, counted in the uncompressed file
 * @param to byte after the last
 * @param firstLine line on which the stretch begins, counted from 1
 * @param sum CRC-32C of its bytes: what is parsed later must be what was looked at
 */
public record Chunk(long from, long to, long firstLine, int sum) implements Serializable {
  private static final long serialVersionUID = 1L;

  Chunk withSum(int bytes) {
    return new Chunk(from, to, firstLine, bytes);
  }
}
