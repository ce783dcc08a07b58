/**
 * Charts, drawn with JFreeChart to SVG and PNG. Knows figures, not where they come from; a model
 * in, a {@link org.throughline.report.chart.Drawing} out, the same bytes for the same model on
 * every machine.
 */
@NullMarked
package org.throughline.report.chart;

import org.jspecify.annotations.NullMarked;
