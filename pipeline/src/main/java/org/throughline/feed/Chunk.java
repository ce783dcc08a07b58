package org.throughline.feed;

import java.io.Serializable;

/**
 * A stretch of a file that begins and ends between two rows, so that it can be parsed by itself.
 *
 * @param from first byte, counted in the uncompressed file
 * @param to byte after the last
 * @param firstLine line on which the stretch begins, counted from 1
 */
public record Chunk(long from, long to, long firstLine) implements Serializable {}
