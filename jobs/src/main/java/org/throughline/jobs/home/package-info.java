/** A home: one folder that holds everything a program owns, and who may run on it. */
@NullMarked
package org.throughline.jobs.home;

import org.jspecify.annotations.NullMarked;
