package org.throughline.walls.broken.jobs;

import org.apache.spark.sql.SparkSession;

/** A job that works on Spark itself. */
public record SparkInJobs(SparkSession session) {}
