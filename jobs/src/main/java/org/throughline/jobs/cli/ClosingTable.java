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
      err.printf(
          Locale.ROOT,
          "read       %,d rows of %,d files (%,d more were there before): %,d well formed, %,d"
              + " rejected%n",
          result.received().read(),
          result.received().files() - result.received().unchanged(),
          result.received().unchanged(),
          result.received().accepted(),
          result.received().rejected());
    }
    err.printf(
        Locale.ROOT,
        "kept       %,d episodes with %,d events; %,d rows wait for their episode, %,d break a"
            + " cross-feed rule%n",
        result.kept().episodes(),
        result.kept().events(),
        result.kept().held(),
        result.kept().rejected());
    switch (result.outcome()) {
      case PUBLISHED ->
          err.printf(
              Locale.ROOT,
              "published  %s, edition %d: %,d figures, %,d hidden for small cells%n",
              result.month(),
              result.edition(),
              result.figures(),
              result.hidden());
      case ALREADY_PUBLISHED ->
          err.printf(
              Locale.ROOT,
              "published  nothing new: %s, edition %d, is already published from the same data%n",
              result.month(),
              result.edition());
    }
    err.println();
  }
}
