@NullMarked
package org.throughline.report.chart;

import org.jspecify.annotations.NullMarked;
