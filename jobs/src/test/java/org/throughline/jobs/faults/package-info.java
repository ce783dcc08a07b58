/** Runs that are killed, or whose disk fails, and what the same command makes of the home then. */
package org.throughline.jobs.faults;
