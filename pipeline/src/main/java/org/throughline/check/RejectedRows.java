package org.throughline.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.throughline.figure.FileSummary;
import org.throughline.figure.FindingLevel;
import org.throughline.figure.Place;

/**
 * A file of which a greater share of rows is rejected than the limit. One rejected row is no share:
 * a few make a finding.
 */
final class RejectedRows implements Checking {

  @Override
  public List<Found> find(Facts facts, CheckRule rule, FindingLevel level) {
    List<Found> found = new ArrayList<>();
    for (FileSummary file : facts.files()) {
      double share = file.rejected() / (double) Math.max(file.read(), 1);
      if (share > rule.limit() && file.rejected() >= rule.least()) {
        found.add(
            new Found(
                Check.REJECTED_ROWS,
                level,
                Place.ofFile(file.feed(), file.file()),
                share,
                rule.limit(),
                share,
                Words.percent(share)
                    + " of the rows of "
                    + file.file()
                    + " were rejected, more than "
                    + Words.percent(rule.limit())
                    + reason(file)
                    + ". Correct them and send the file again."));
      }
    }
    return found;
  }

  private static String reason(FileSummary file) {
    return file.reasons().entrySet().stream()
        .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry::getKey))
        .map(most -> "; the most frequent reason is “" + most.getKey() + "”")
        .orElse("");
  }
}
