/** The commands, as people and scripts meet them. */
@NullMarked
package org.throughline.jobs.cli;

import org.jspecify.annotations.NullMarked;
