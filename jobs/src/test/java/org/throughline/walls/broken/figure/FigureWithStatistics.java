package org.throughline.walls.broken.figure;

import org.throughline.walls.broken.statistics.ReadsTheClock;

/** A figure that knows how it is computed. */
public record FigureWithStatistics(ReadsTheClock source) {}
