package org.throughline.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.throughline.figure.FileSummary;
import org.throughline.figure.FindingLevel;
import org.throughline.figure.Place;

/**
 * A column of a file with a greater share of codes that nobody knows than the limit: those that
 * were blanked in an optional column, and those for which rows were rejected.
 */
final class UnknownCodes implements Checking {
  private static final String REJECTED = "unknown code in ";

  @Override
  public List<Found> find(Facts facts, CheckRule rule, FindingLevel level) {
    List<Found> found = new ArrayList<>();
    for (FileSummary file : facts.files()) {
      columns(file)
          .forEach(
              (column, cells) -> {
                double share = cells / (double) Math.max(file.read(), 1);
                if (share > rule.limit() && cells >= rule.least()) {
                  found.add(
                      new Found(
                          Check.UNKNOWN_CODES,
                          level,
                          Place.ofFile(file.feed(), file.file()).withColumn(column),
                          share,
                          rule.limit(),
                          share,
                          Words.percent(share)
                              + " of the rows of "
                              + file.file()
                              + " have a code in `"
                              + column
                              + "` that nobody knows, more than "
                              + Words.percent(rule.limit())
                              + ". Name the code in the source profile, or have it corrected."));
                }
              });
    }
    return found;
  }

  private static Map<String, Long> columns(FileSummary file) {
    Map<String, Long> columns = new TreeMap<>();
    file.blanked().forEach((code, cells) -> columns.merge(code.split(":", 2)[0], cells, Long::sum));
    file.reasons()
        .forEach(
            (reason, rows) -> {
              if (reason.startsWith(REJECTED)) {
                columns.merge(reason.substring(REJECTED.length()), rows, Long::sum);
              }
            });
    return columns;
  }
}
