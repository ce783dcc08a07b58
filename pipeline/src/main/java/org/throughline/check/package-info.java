/**
 * Data checks: from facts of the feeds to findings, in plain Java. Facts are what became of the
 * rows of each file, and rows by feed, site and month as they stand in the timelines now, so that a
 * month that was repaired counts as repaired.
 */
@NullMarked
package org.throughline.check;

import org.jspecify.annotations.NullMarked;
