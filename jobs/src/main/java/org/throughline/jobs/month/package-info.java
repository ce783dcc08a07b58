/**
 * The month as a batch job: receive, curate, measure, publish, render. Each step can be run again
 * and does nothing twice; a run that failed or was stopped resumes with the same command.
 */
@NullMarked
package org.throughline.jobs.month;

import org.jspecify.annotations.NullMarked;
