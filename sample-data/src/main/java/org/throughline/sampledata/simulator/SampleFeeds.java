package org.throughline.sampledata.simulator;

import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import org.throughline.sampledata.simulator.SimulationSettings.Exports;

/**
 * The feeds shipped in {@code sample-data/feeds}: 24 months, July 2023 to June 2025, of three sites, one
 * of which exports in its own way.
 */
public final class SampleFeeds {

  private SampleFeeds() {}

  /** The settings of the shipped feeds, written to the given folder. */
  public static SimulationSettings settings(Path out) {
    return SimulationSettings.of(1300, 24, 20250630, out)
        .withFirstMonth(YearMonth.of(2023, 7))
        .withExports(Exports.ODD_THIRD_SITE);
  }

  /**
   * Writes the shipped feeds again. To renew them, empty {@code sample-data/feeds} and name it here.
   *
   * @param arguments one: an empty or missing folder
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      throw new IllegalArgumentException("name one folder, empty or missing, to write feeds to");
    }
    Simulation.run(settings(Path.of(arguments[0])));
  }
}
