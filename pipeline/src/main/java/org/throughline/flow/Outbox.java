package org.throughline.flow;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import scala.Tuple2;

/** Collects records for partitions and gives them out in chunks, so that little is held at once. */
final class Outbox {
  private static final int CHUNK = 8_192;
  private static final int FIRST = 256;

  /** Records of one kind for one partition. */
  private static final class Bucket {
    private long[] values = new long[FIRST];
    private int size;
    private List<String> texts = new ArrayList<>();
  }

  private final Map<Chunk.Kind, Bucket[]> buckets = new EnumMap<>(Chunk.Kind.class);
  private final Deque<Tuple2<Integer, Chunk>> full = new ArrayDeque<>();

  Outbox(int partitions) {
    for (Chunk.Kind kind : Chunk.Kind.values()) {
      buckets.put(kind, new Bucket[partitions]);
    }
  }

  void add(Chunk.Kind kind, int partition, long value) {
    Bucket bucket = bucket(kind, partition);
    bucket.values[bucket.size++] = value;
    settle(kind, partition, bucket);
  }

  void add(Chunk.Kind kind, int partition, long... record) {
    Bucket bucket = bucket(kind, partition);
    System.arraycopy(record, 0, bucket.values, bucket.size, record.length);
    bucket.size += record.length;
    settle(kind, partition, bucket);
  }

  void add(Chunk.Kind kind, int partition, String text, long... record) {
    bucket(kind, partition).texts.add(text);
    add(kind, partition, record);
  }

  /** Chunks that are full, and are now the caller's. */
  Deque<Tuple2<Integer, Chunk>> full() {
    return full;
  }

  /** Gives out what is left. */
  void finish() {
    for (Chunk.Kind kind : Chunk.Kind.values()) {
      Bucket[] ofKind = requireNonNull(buckets.get(kind));
      for (int partition = 0; partition < ofKind.length; partition++) {
        Bucket bucket = ofKind[partition];
        if (bucket != null && bucket.size > 0) {
          send(kind, partition, bucket);
        }
      }
    }
  }

  private Bucket bucket(Chunk.Kind kind, int partition) {
    Bucket[] ofKind = requireNonNull(buckets.get(kind));
    Bucket bucket = ofKind[partition];
    if (bucket == null) {
      bucket = new Bucket();
      ofKind[partition] = bucket;
    }
    return bucket;
  }

  private void settle(Chunk.Kind kind, int partition, Bucket bucket) {
    // room for the widest record is always left
    if (bucket.size + Chunk.Kind.PLACEMENT.width() > bucket.values.length) {
      if (bucket.values.length >= CHUNK) {
        send(kind, partition, bucket);
      } else {
        bucket.values = Arrays.copyOf(bucket.values, bucket.values.length * 2);
      }
    }
  }

  private void send(Chunk.Kind kind, int partition, Bucket bucket) {
    full.add(
        new Tuple2<>(
            partition, new Chunk(kind, Arrays.copyOf(bucket.values, bucket.size), bucket.texts)));
    bucket.size = 0;
    bucket.texts = new ArrayList<>();
  }

  /** What came in chunks, put together again by kind. */
  static final class Inbox {
    private final Map<Chunk.Kind, List<long[]>> parts = new EnumMap<>(Chunk.Kind.class);
    private final List<String> texts = new ArrayList<>();

    void add(Chunk chunk) {
      parts.computeIfAbsent(chunk.kind(), any -> new ArrayList<>()).add(chunk.values());
      texts.addAll(chunk.texts());
    }

    /** All records of a kind, in one array; they are let go here. */
    long[] take(Chunk.Kind kind) {
      List<long[]> of = parts.containsKey(kind) ? parts.remove(kind) : List.of();
      long[] all = new long[of.stream().mapToInt(part -> part.length).sum()];
      int at = 0;
      for (long[] part : of) {
        System.arraycopy(part, 0, all, at, part.length);
        at += part.length;
      }
      return all;
    }

    /** Texts beside the records of the one kind that has them, in their order. */
    List<String> texts() {
      return texts;
    }
  }
}
