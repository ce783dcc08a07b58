package org.throughline.walls.broken.flow;

import org.throughline.walls.broken.report.ReportReadsFeeds;

/** A pipeline that draws its own report. */
public record FlowWithReport(ReportReadsFeeds report) {}
