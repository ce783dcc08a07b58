package org.throughline.walls.broken.feed;

import org.apache.spark.sql.Row;

/** A feed that knows Spark. */
public record FeedOnSpark(Row row) {}
