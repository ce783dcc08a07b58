/** Tests of the month's page, and the invented months that they show. */
package org.throughline.report.page;
