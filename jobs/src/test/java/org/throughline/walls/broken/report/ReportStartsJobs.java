package org.throughline.walls.broken.report;

import org.throughline.walls.broken.jobs.SparkInJobs;

/** A report that runs the job which it is a part of. */
public record ReportStartsJobs(SparkInJobs job) {}
