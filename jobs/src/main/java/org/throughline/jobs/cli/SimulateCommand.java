package org.throughline.jobs.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.throughline.jobs.Exit;
import org.throughline.jobs.Halt;
import org.throughline.sampledata.simulator.Simulation;
import org.throughline.sampledata.simulator.SimulationSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Synthetic feeds. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description = {
      "Writes synthetic feeds of any size, and truth.json with the hazards that they were drawn from."
          + " The same numbers give the same files."
    })
final class SimulateCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Option(
      names = "--clients",
      required = true,
      paramLabel = "N",
      description = "Number of clients.")
  private int clients;

  @Option(
      names = "--months",
      required = true,
      paramLabel = "M",
      description = "Number of monthly deliveries.")
  private int months;

  @Option(
      names = "--seed",
      required = true,
      paramLabel = "S",
      description = "A whole number; another one gives other clients.")
  private long seed;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The folder to write to; made where it is missing.")
  private Path out = Path.of("");

  SimulateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    SimulationSettings wanted;
    try {
      wanted = SimulationSettings.of(clients, months, seed, out.toAbsolutePath());
    } catch (IllegalArgumentException e) {
      throw Halt.usage(e.getMessage() + ".");
    }
    Simulation.run(wanted);
    terminal.out().println(wanted.out());
    return Exit.DONE.code();
  }
}
