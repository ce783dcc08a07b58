/**
 * What is kept: Iceberg tables, the ledger of deliveries, and pins of published months. Only the
 * ledger decides what exists: rows that no ledger row names are taken away when a lake is opened.
 */
@NullMarked
package org.throughline.lake;

import org.jspecify.annotations.NullMarked;
