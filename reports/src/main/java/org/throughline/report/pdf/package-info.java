/**
 * {@code report.pdf}: the month's report on paper. What it says is the page's model; here are only
 * the paper's template ({@code page/paper.html}), its style and the way to the file.
 */
@NullMarked
package org.throughline.report.pdf;

import org.jspecify.annotations.NullMarked;
