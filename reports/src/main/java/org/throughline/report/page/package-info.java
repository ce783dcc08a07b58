/**
 * The director's report of a month: one self-contained page, written from figures. The classes
 * named {@code …Section} decide what is said; {@link org.throughline.report.page.PageModel} is what
 * the templates in {@code resources/page} see, and the plain order of what any other document of
 * the month says.
 */
@NullMarked
package org.throughline.report.page;

import org.jspecify.annotations.NullMarked;
