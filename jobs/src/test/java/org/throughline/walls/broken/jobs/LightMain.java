package org.throughline.walls.broken.jobs;

import org.springframework.context.ApplicationContext;

/** An entry that starts Spring, whatever the command. */
public record LightMain(ApplicationContext context) {}
