package org.throughline.walls.broken.report;

import org.throughline.walls.broken.feed.FeedOnSpark;

/** A report that reads feeds. */
public record ReportReadsFeeds(FeedOnSpark feed) {}
