package org.throughline.jobs.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The home that a command works on. */
final class HomeOption {
  @Option(
      names = "--home",
      required = true,
      paramLabel = "DIR",
      description = "The folder that holds everything the program owns.")
  private Path folder = Path.of("");

  Path folder() {
    return folder;
  }
}
