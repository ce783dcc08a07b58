package org.throughline.jobs.cli;

import java.io.PrintStream;
import java.util.Locale;
import org.throughline.jobs.month.MonthResult;
import org.throughline.jobs.month.Received;

/** What a run has read, kept and published. */
final class ClosingTable {
  private ClosingTable() {}

  static void print(MonthResult result, PrintStream err) {
    err.println();
    received(result.received(), err);
    result
        .kept()
        .ifPresent(
            kept ->
                err.printf(
                    Locale.ROOT,
                    "kept       %,d episodes with %,d events; %,d rows wait for their episode, %,d"
                        + " break a cross-feed rule%n",
                    kept.episodes(),
                    kept.events(),
                    kept.held(),
                    kept.rejected()));
    switch (result.outcome()) {
      case PUBLISHED ->
          err.printf(
              Locale.ROOT,
              "published  %s, edition %d: %,d figures, %,d hidden for small cells%n",
              result.month(),
              result.edition(),
              result.figures(),
              result.hidden());
      case SAME_AGAIN ->
          err.printf(
              Locale.ROOT,
              "published  nothing new: %s, edition %d, came out the same to the last byte%n",
              result.month(),
              result.edition());
      case ALREADY_PUBLISHED ->
          err.printf(
              Locale.ROOT,
              "published  nothing new: %s, edition %d, is already published from the same data%n",
              result.month(),
              result.edition());
    }
    err.println();
  }

  private static void received(Received received, PrintStream err) {
    long taken = received.files() - received.unchanged();
    if (taken > 0) {
      String before =
          received.unchanged() == 0
              ? ""
              : String.format(Locale.ROOT, " (%,d more were there before)", received.unchanged());
      err.printf(
          Locale.ROOT,
          "read       %,d rows of %,d files%s: %,d well formed, %,d rejected%n",
          received.read(),
          taken,
          before,
          received.accepted(),
          received.rejected());
    } else if (received.files() > 0) {
      err.printf(
          Locale.ROOT,
          "read       nothing new: all %,d files were taken before%n",
          received.files());
    }
  }
}
