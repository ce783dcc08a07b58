package org.throughline.report.chart;

/** A place on an axis; an empty label makes a tick without words. */
record Tick(double value, String label) {}
