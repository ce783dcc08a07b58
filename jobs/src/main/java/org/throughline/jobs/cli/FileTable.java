package org.throughline.jobs.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.throughline.feed.Rejection;
import org.throughline.figure.FileSummary;
import org.throughline.flow.FileOutcome;

/**
 * What became of received files, row by row of a table: read = accepted + rejected + held.
 *
 * @param standing what became of the rows of all files by now, cross-feed rules included
 */
record FileTable(List<FileSummary> standing) {
  private static final int REJECTIONS_SHOWN = 3;

  /** Prints the table as a result, and the first rejected rows of each file for people. */
  void print(List<FileOutcome> outcomes, Terminal terminal) {
    TextTable table =
        new TextTable("feed", "file", "as of", "read", "accepted", "rejected", "held", "state");
    for (FileOutcome outcome : outcomes) {
      FileSummary given = outcome.summary();
      if (outcome.status() == FileOutcome.Status.REFUSED) {
        table.row(given.feed(), given.file(), given.asOf(), "–", "–", "–", "–", "refused");
        continue;
      }
      Optional<FileSummary> standing = now(given);
      if (standing.isEmpty() && outcome.status() == FileOutcome.Status.UNCHANGED) {
        // it was taken under another name, where its rows are counted
        table.row(given.feed(), given.file(), given.asOf(), "–", "–", "–", "–", "unchanged");
        continue;
      }
      FileSummary now = standing.orElse(given);
      table.row(
          now.feed(),
          given.file(),
          now.asOf(),
          now.read(),
          now.accepted(),
          now.rejected(),
          now.held(),
          outcome.status() == FileOutcome.Status.UNCHANGED ? "unchanged" : "taken");
    }
    for (FileOutcome outcome : outcomes) {
      explain(outcome, terminal);
    }
    table.print(terminal.out());
  }

  private Optional<FileSummary> now(FileSummary given) {
    return standing.stream()
        .filter(s -> s.feed().equals(given.feed()) && s.source().equals(given.source()))
        .filter(s -> s.file().equals(given.file()) && s.asOf().equals(given.asOf()))
        .reduce((earlier, later) -> later);
  }

  private static void explain(FileOutcome outcome, Terminal terminal) {
    FileSummary summary = outcome.summary();
    for (Rejection rejection :
        outcome
            .firstRejections()
            .subList(0, Math.min(REJECTIONS_SHOWN, outcome.firstRejections().size()))) {
      terminal
          .err()
          .printf(
              Locale.ROOT,
              "  %s, line %d%s: %s%s%n",
              summary.file(),
              rejection.line(),
              rejection.column().isEmpty() ? "" : ", column " + rejection.column(),
              rejection.reason(),
              rejection.detail().isEmpty() ? "" : " (" + rejection.detail() + ")");
    }
    if (outcome.status() == FileOutcome.Status.TAKEN && summary.rejected() > REJECTIONS_SHOWN) {
      terminal
          .err()
          .printf(
              Locale.ROOT,
              "  %s: %,d more rejected rows%n",
              summary.file(),
              summary.rejected() - REJECTIONS_SHOWN);
    }
    if (outcome.status() == FileOutcome.Status.TAKEN && !summary.unknownColumns().isEmpty()) {
      terminal
          .err()
          .println(
              "  "
                  + summary.file()
                  + ": columns that are not used: "
                  + String.join(", ", summary.unknownColumns()));
    }
  }
}
