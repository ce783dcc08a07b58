package org.throughline.jobs.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.throughline.feed.Pseudonyms;
import org.throughline.jobs.Exit;
import org.throughline.jobs.home.Home;
import org.throughline.jobs.settings.PseudonymKey;
import org.throughline.lake.Ledger;
import org.throughline.lake.LedgerReader;
import org.throughline.lake.OpenRows;
import org.throughline.lake.QuarantineKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Rows that are set aside: shown, or written out to be mended. */
@Command(
    name = "rejects",
    mixinStandardHelpOptions = true,
    description = {
      "Shows the rows that are rejected or held now, by file and reason. Works while a job runs.",
      "",
      "With --out the rows themselves are written to a CSV file, with real identifiers, under the"
          + " source's own column names and with the reason beside each. Correct them there, for"
          + " example in a spreadsheet, and receive the file: rows that are right then leave this list."
    })
final class RejectsCommand implements Callable<Integer> {
  private static final int SHOWN = 3;

  private final Terminal terminal;
  private final Map<String, String> settings;

  @Mixin private HomeOption home = new HomeOption();

  @Option(
      names = "--out",
      paramLabel = "FILE.csv",
      description = {
        "Write the rows to this new file, outside the home, readable by its owner only. Rows of"
            + " several sources or feeds go to a file each, FILE-SOURCE-FEED.csv."
      })
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--all",
      description = "Show every row, by file, not only the first of each reason.")
  private boolean all;

  RejectsCommand(Terminal terminal, Map<String, String> settings) {
    this.terminal = terminal;
    this.settings = settings;
  }

  @Override
  public Integer call() throws IOException {
    Home existing = Home.existing(home.folder());
    Ledger ledger = LedgerReader.read(existing.lake());
    return (out.isPresent() ? write(existing, ledger, out.get()) : show(existing, ledger)).code();
  }

  private Exit show(Home existing, Ledger ledger) {
    RejectList list =
        OpenRows.collect(
            existing.lake(), ledger, () -> new RejectList(ledger, all ? Integer.MAX_VALUE : SHOWN));
    long rejected = list.count(OpenRows.Status.REJECTED);
    long held = list.count(OpenRows.Status.HELD);
    if (rejected + held == 0) {
      terminal.err().println("No row is rejected or held.");
      return Exit.DONE;
    }
    list.print(terminal.out());
    terminal
        .err()
        .printf(
            Locale.ROOT,
            "%,d rejected, %,d held.%s%n"
                + "To correct them: throughline rejects --home %s --out FILE.csv%n",
            rejected,
            held,
            held == 0
                ? ""
                : " Held rows are tried again at each run; they wait for their episodes.",
            Quoted.forShell(existing.root()));
    return Exit.DONE;
  }

  private Exit write(Home existing, Ledger ledger, Path file) throws IOException {
    MendTarget target = MendTarget.of(file, existing);
    Pseudonyms pseudonyms =
        new Pseudonyms(PseudonymKey.find(existing, settings, terminal.variables()));
    MendFiles files = new MendFiles(existing, ledger, QuarantineKey.of(pseudonyms), terminal);
    return files.write(target);
  }
}
