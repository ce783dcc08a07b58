@org.jspecify.annotations.NullMarked
package org.throughline.report.pdf;
