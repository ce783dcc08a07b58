package org.throughline.feed;

import java.util.Arrays;

/**
 * A well-formed row, typed, with pseudonyms in place of identifiers. One instance is filled again
 * and again while a file is read, so a consumer copies what it keeps.
 *
 * <p>Cells stand at the positions of {@link Feed#columns()}: dates as days since 1970-01-01, codes
 * as the index of the canonical code, yes/no as 1/0, whole numbers as they are, {@link #BLANK}
 * where empty. Keys stand in {@link #key}, {@link #episode} and {@link #client}; sites and tiers in
 * {@link #texts}.
 */
public final class FeedRow {
  /** An empty cell. */
  public static final int BLANK = Integer.MIN_VALUE;

  /** Pseudonym of the row's key; in the episodes feed that of the episode. */
  public long key;

  /** Pseudonym of the episode; 0 in a withdrawal that does not name one. */
  public long episode;

  /** Pseudonym of the client, in the episodes feed. */
  public long client;

  /** What stands in {@link MendColumns#REJECT}; empty where the file has no such column. */
  public String answers = "";

  /** Numbers by column position. */
  public final int[] cells;

  /** Sites and tier codes by column position; empty elsewhere. */
  public final String[] texts;

  /** Whether the row withdraws its key; then only the key need be there. */
  public boolean withdrawn;

  /** Line in the file on which the row begins, counted from 1; the header's first line is 1. */
  public long line;

  public FeedRow(Feed feed) {
    cells = new int[feed.columns().size()];
    texts = new String[feed.columns().size()];
    clear();
  }

  /** Empties every cell. */
  public void clear() {
    key = 0;
    episode = 0;
    client = 0;
    withdrawn = false;
    line = 0;
    answers = "";
    Arrays.fill(cells, BLANK);
    Arrays.fill(texts, "");
  }
}
