package org.throughline.walls.broken.sampledata;

import org.throughline.walls.broken.figure.FigureWithStatistics;

/** A simulator that knows what will be computed. */
public record SimulatorWithFigures(FigureWithStatistics figure) {}
