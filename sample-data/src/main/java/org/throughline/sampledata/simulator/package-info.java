/**
 * Synthetic feeds with a known truth: made-up clients, their episodes, and what a program with a
 * few sites would hand over about them month by month. It knows nothing of the pipeline, so that a
 * test of the pipeline against it compares two independent readings of the same definitions.
 */
@NullMarked
package org.throughline.sampledata.simulator;

import org.jspecify.annotations.NullMarked;
