@NullMarked
package org.throughline.canaries;

import org.jspecify.annotations.NullMarked;
