/**
 * The application: the command line, the settings, the home, and the month as a batch job. This
 * module alone knows Spring.
 */
@NullMarked
package org.throughline.jobs;

import org.jspecify.annotations.NullMarked;
