/** Tests of the files of a month. */
package org.throughline.report.file;
