package org.throughline.jobs.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.throughline.jobs.Exit;
import org.throughline.jobs.Halt;
import org.throughline.jobs.home.Home;
import org.throughline.jobs.month.Published;
import org.throughline.jobs.month.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A published month, proven. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Computes a published month again from the data that it was pinned to, and compares: figures"
          + " and curves, counts, settings, the SHA-256 of the report's files and of the tables'"
          + " data files. Prints every difference, one a line, and ends with code 6 if there is"
          + " any.",
      "",
      "Changes nothing, and works while a job runs."
    })
final class VerifyCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "YYYY-MM", description = "The month.")
  private YearMonth month = YearMonth.of(1, 1);

  @Mixin private HomeOption home = new HomeOption();

  @Option(
      names = "--edition",
      paramLabel = "N",
      description = "Which edition. Default: the latest.")
  private Optional<Integer> edition = Optional.empty();

  VerifyCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Home of = Home.existing(home.folder());
    Published published = new Published(of.reports());
    int wanted = edition.isPresent() ? edition.get() : latest(of, published);
    Path folder = edition.isPresent() ? folder(published, wanted) : published.folder(month);
    Verification.Outcome outcome = Verification.of(of, month, wanted, folder);
    outcome.differences().forEach(terminal.out()::println);
    String compared =
        String.format(
            Locale.ROOT,
            "Compared: %,d figures, %,d curve points, %,d tallies, %,d files of the report, %,d"
                + " data files.",
            outcome.figures(),
            outcome.points(),
            outcome.tallies(),
            outcome.reportFiles(),
            outcome.dataFiles());
    List<String> notes = outcome.notes();
    if (outcome.differences().isEmpty()) {
      terminal.out().println(month + ", edition " + wanted + ": no difference. " + compared);
      notes.forEach(terminal.out()::println);
      return Exit.DONE.code();
    }
    notes.forEach(terminal.err()::println);
    terminal.err().println(compared);
    terminal
        .err()
        .printf(
            Locale.ROOT,
            "%s, edition %d: %,d differences.%n",
            month,
            wanted,
            outcome.differences().size());
    return Exit.DIFFERENCE.code();
  }

  /** The latest edition, also where its commit mark is damaged: its pin still names it. */
  private int latest(Home of, Published published) throws IOException {
    if (!Files.isDirectory(published.folder(month))) {
      throw Halt.usage(month + " is not published in " + of.root() + ".");
    }
    OptionalInt pinned = Verification.latestPinned(of, month);
    try {
      return published.of(month).map(p -> p.edition()).orElse(pinned.orElse(1));
    } catch (IOException e) {
      return pinned.orElseThrow(() -> Halt.failed("Failed: " + e.getMessage()));
    }
  }

  private Path folder(Published published, int wanted) throws IOException {
    return published
        .folder(month, wanted)
        .orElseThrow(() -> Halt.usage("There is no edition " + wanted + " of " + month + "."));
  }
}
