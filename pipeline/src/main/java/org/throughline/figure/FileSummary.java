package org.throughline.figure;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What became of the rows of one received file. Rows read = accepted + rejected + held.
 *
 * @param feed {@code attendance}
 * @param source the source profile's name
 * @param file the file's name, without its folder
 * @param asOf the day as of which the file speaks
 * @param read data rows found
 * @param accepted rows that are well formed, belong to a known episode and break no rule
 * @param rejected rows refused, by parsing or by a cross-feed rule
 * @param held rows whose episode is not known yet
 * @param reasons rejected rows by reason, in the reader's words
 * @param unknownColumns columns that no profile names, ignored
 * @param blanked unknown codes in optional columns, blanked: "column: code" and count
 */
public record FileSummary(
    String feed,
    String source,
    String file,
    LocalDate asOf,
    long read,
    long accepted,
    long rejected,
    long held,
    Map<String, Long> reasons,
    List<String> unknownColumns,
    Map<String, Long> blanked)
    implements Serializable {}
