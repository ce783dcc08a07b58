package org.throughline.flow;

import java.time.YearMonth;
import org.throughline.figure.MonthReport;
import org.throughline.lake.Lake;

/** The tables {@code figures} and {@code curves}, and the pin of what a month was computed from. */
public final class PublishedTables {
  public PublishedTables(Lake lake) {}

  /** Writes a month's figures and curves in place of those of the same month and edition. */
  public void write(MonthReport report) {
    throw new UnsupportedOperationException("being written: " + report.month());
  }

  /** Tags the snapshot of {@code timelines} that the month was computed from. */
  public void pin(YearMonth month, int edition) {
    throw new UnsupportedOperationException("being written: " + month + "." + edition);
  }
}
