package org.throughline.flow;

import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import scala.Tuple2;

/** The close look at row keys that may come more than once: which versions do not stand. */
final class KeyVersions implements FlatMapFunction<Iterator<Tuple2<Integer, Chunk>>, Superseded> {
  private static final long serialVersionUID = 1L;

  /** How many keys are compared at once at most, or nearly so. */
  static final long KEYS_OF_A_PARTITION = 2_000_000;

  @Override
  public Iterator<Superseded> call(Iterator<Tuple2<Integer, Chunk>> chunks) {
    Outbox.Inbox inbox = new Outbox.Inbox();
    chunks.forEachRemaining(chunk -> inbox.add(chunk._2()));
    return List.of(superseded(inbox.take(Chunk.Kind.KEY_VERSION))).iterator();
  }

  private static Superseded superseded(long[] versions) {
    int width = Chunk.Kind.KEY_VERSION.width();
    LongTable latest = new LongTable(versions.length / width);
    for (int at = 0; at < versions.length; at += width) {
      int best = latest.putIfAbsent(versions[at], at);
      if (best != LongTable.ABSENT && versions[best + 1] < versions[at + 1]) {
        latest.put(versions[at], at);
      }
    }
    Superseded superseded = new Superseded();
    for (int at = 0; at < versions.length; at += width) {
      if (latest.get(versions[at]) != at) {
        superseded.add(versions[at + 1]);
      }
    }
    return superseded;
  }
}
