/**
 * The contract with programs: columns, codes and source profiles. A line becomes an accepted row or
 * a rejection with line, column and reason.
 */
@NullMarked
package org.throughline.feed;

import org.jspecify.annotations.NullMarked;
