package org.throughline.walls.broken.check;

import org.throughline.walls.broken.flow.FlowWithSpring;

/** A data check that reads tables. */
public record CheckReadsTables(FlowWithSpring flow) {}
