/** One file per measure: its definition, what it adds to a tally, and how it reads the tally. */
@NullMarked
package org.throughline.measure;

import org.jspecify.annotations.NullMarked;
