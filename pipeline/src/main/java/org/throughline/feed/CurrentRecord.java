package org.throughline.feed;

/**
 * The record of a file that was told to a {@link RowSink} last, as it stands in the file. It holds
 * real identifiers: for the quarantine, and for nothing else.
 */
public interface CurrentRecord {
  /** Its characters: all lines that it spans, without the last line end. */
  String text();

  /** The pseudonym of its key; 0 where the key cannot be read. */
  long key();

  /** What stands in {@link MendColumns#REJECT}; empty where nothing does or it cannot be read. */
  String answers();
}
