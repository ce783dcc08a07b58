package org.throughline.sampledata.simulator;

import java.nio.file.Path;
import java.time.YearMonth;
import org.throughline.sampledata.simulator.SimulationSettings.Exports;

/**
 * The feeds shipped in {@code sample-data/feeds}: 24 months, July 2023 to June 2025, of three
 * sites, one of which exports in its own way. {@code ShippedFeedsTest} holds them to what the
 * simulator writes, and renews them.
 */
public final class SampleFeeds {

  private SampleFeeds() {}

  /** The settings of the shipped feeds, written to the given folder. */
  public static SimulationSettings settings(Path out) {
    return SimulationSettings.of(1500, 24, 20250630, out)
        .withFirstMonth(YearMonth.of(2023, 7))
        .withExports(Exports.ODD_THIRD_SITE);
  }
}
