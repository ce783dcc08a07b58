/**
 * What a measure yields: definitions, figures and curves. Knows nothing of Spark, feeds or files.
 */
@NullMarked
package org.throughline.figure;

import org.jspecify.annotations.NullMarked;
