package org.throughline.sampledata.simulator;

import java.util.List;

/** A client and the episodes that began within the simulated months, in order. */
public record ClientLife(Person person, List<EpisodeLife> episodes) {}
