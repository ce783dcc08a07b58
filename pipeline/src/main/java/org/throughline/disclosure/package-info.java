/**
 * Small cells: what would tell about fewer clients than the threshold is hidden before anything is
 * published.
 */
@NullMarked
package org.throughline.disclosure;

import org.jspecify.annotations.NullMarked;
