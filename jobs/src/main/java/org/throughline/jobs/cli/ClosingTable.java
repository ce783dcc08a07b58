package org.throughline.jobs.cli;

import java.io.PrintStream;
import java.util.Locale;
import org.throughline.jobs.month.MonthResult;

/** What a run has read, kept and published. */
final class ClosingTable {
  private ClosingTable() {}

  static void print(MonthResult result, PrintStream err) {
    err.println();
    if (result.received().files() > 0) {
      line(
          err,
          "read",
          "%,d rows of %,d files (%,d more were there before): %,d well formed, %,d rejected",
          result.received().read(),
          result.received().files() - result.received().unchanged(),
          result.received().unchanged(),
          result.received().accepted(),
          result.received().rejected());
    }
    line(
        err,
        "kept",
        "%,d episodes with %,d events; %,d rows wait for their episode, %,d break a cross-feed rule",
        result.kept().episodes(),
        result.kept().events(),
        result.kept().held(),
        result.kept().rejected());
    switch (result.outcome()) {
      case PUBLISHED ->
          line(
              err,
              "published",
              "%s, edition %d: %,d figures, %,d hidden for small cells",
              result.month(),
              result.edition(),
              result.figures(),
              result.hidden());
      case ALREADY_PUBLISHED ->
          line(
              err,
              "published",
              "nothing new: %s, edition %d, is already published from the same data",
              result.month(),
              result.edition());
    }
  }

  private static void line(PrintStream err, String name, String text, Object... values) {
    err.printf(Locale.ROOT, "%-10s %s%n", name, String.format(Locale.ROOT, text, values));
  }
}
