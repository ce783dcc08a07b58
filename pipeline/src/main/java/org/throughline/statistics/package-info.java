/**
 * Estimators and tests of survival analysis on integer counts, which no Java library has. Plain
 * arithmetic, summed in a fixed order, so that the same counts give the same bits. Knows nothing of
 * feeds, Spark or files.
 */
@NullMarked
package org.throughline.statistics;

import org.jspecify.annotations.NullMarked;
