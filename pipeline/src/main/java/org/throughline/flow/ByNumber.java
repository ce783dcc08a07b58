package org.throughline.flow;

import org.apache.spark.Partitioner;

/** Sends a chunk to the partition that its key names. */
final class ByNumber extends Partitioner {
  private static final long serialVersionUID = 1L;

  private final int partitions;

  ByNumber(int partitions) {
    this.partitions = partitions;
  }

  @Override
  public int numPartitions() {
    return partitions;
  }

  @Override
  public int getPartition(Object key) {
    return (Integer) key;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ByNumber by && by.partitions == partitions;
  }

  @Override
  public int hashCode() {
    return partitions;
  }
}
