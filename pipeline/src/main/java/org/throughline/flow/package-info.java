/**
 * The way of the data on Spark: files are received into row tables, rows are curated into
 * timelines, timelines are folded and tallied in one pass.
 */
@NullMarked
package org.throughline.flow;

import org.jspecify.annotations.NullMarked;
