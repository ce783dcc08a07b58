package org.throughline.walls.broken.flow;

import org.springframework.core.env.Environment;

/** A pipeline that reads settings itself. */
public record FlowWithSpring(Environment environment) {}
