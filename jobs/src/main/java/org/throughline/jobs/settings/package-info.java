/** What a program may set, where settings come from, and the pseudonym key. */
@NullMarked
package org.throughline.jobs.settings;

import org.jspecify.annotations.NullMarked;
