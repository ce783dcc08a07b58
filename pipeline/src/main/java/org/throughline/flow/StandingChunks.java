package org.throughline.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Puts into an inbox what stands of the chunks for a range: rows not superseded by later ones. */
final class StandingChunks {
  private final Superseded superseded;
  private final Outbox.Inbox inbox;
  private int lastRank = DeliveryOrder.NOT_STANDING;
  private Superseded.Lines linesOfRank;

  StandingChunks(Superseded superseded, Outbox.Inbox inbox) {
    this.superseded = superseded;
    this.inbox = inbox;
    linesOfRank = superseded.lines(lastRank);
  }

  void add(Chunk chunk) {
    switch (chunk.kind()) {
      case DOUBTFUL_SESSION -> inbox.add(standing(chunk, 0, 1, Chunk.Kind.SESSION));
      case DOUBTFUL_CHECKIN -> inbox.add(standing(chunk, 0, 1, Chunk.Kind.CHECKIN));
      case DOUBTFUL_RELAPSE -> inbox.add(standing(chunk, 0, 1, Chunk.Kind.RELAPSE));
      case PLACEMENT -> inbox.add(standing(chunk, 4, 0, Chunk.Kind.PLACEMENT));
      case SET_ASIDE -> inbox.add(standing(chunk, 0, 0, Chunk.Kind.SET_ASIDE));
      default -> inbox.add(chunk);
    }
  }

  /**
   * The records that stand.
   *
   * @param versionAt which of a record's numbers is the version
   * @param dropped how many of its first numbers are left out
   * @param kind of what is left
   */
  private Chunk standing(Chunk chunk, int versionAt, int dropped, Chunk.Kind kind) {
    int width = chunk.kind().width();
    long[] values = chunk.values();
    long[] standing = new long[values.length];
    List<String> texts = new ArrayList<>();
    int size = 0;
    for (int at = 0; at < values.length; at += width) {
      if (stands(values[at + versionAt])) {
        System.arraycopy(values, at + dropped, standing, size, kind.width());
        size += kind.width();
        if (!chunk.texts().isEmpty()) {
          texts.add(chunk.texts().get(at / width));
        }
      }
    }
    return new Chunk(kind, Arrays.copyOf(standing, size), texts);
  }

  private boolean stands(long version) {
    int rank = DeliveryOrder.rankOf(version);
    if (rank != lastRank) {
      lastRank = rank;
      linesOfRank = superseded.lines(rank);
    }
    return !linesOfRank.contains(DeliveryOrder.lineOf(version));
  }
}
