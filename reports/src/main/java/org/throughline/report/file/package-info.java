/**
 * What is published for a month, as files: CSV, {@code publication.json}, and the folder that holds
 * them, put in place whole. Sees figures only; the page comes from {@code report.page}.
 */
@NullMarked
package org.throughline.report.file;

import org.jspecify.annotations.NullMarked;
