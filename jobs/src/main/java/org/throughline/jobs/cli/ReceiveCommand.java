package org.throughline.jobs.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.throughline.figure.FileSummary;
import org.throughline.flow.FileOutcome;
import org.throughline.jobs.Exit;
import org.throughline.jobs.month.Incoming;
import org.throughline.jobs.month.Refusals;
import org.throughline.lake.LedgerReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes feed files into the lake. */
@Command(
    name = "receive",
    mixinStandardHelpOptions = true,
    description = {
      "Takes feed files into the lake and prints what became of their rows.",
      "",
      "A feed is a delimited text file, plain or gzipped, whose name begins with episodes, placements,"
          + " attendance, checkins or relapses. A file that was taken before changes nothing. A file"
          + " that cannot be taken is named with the reason; the others still are."
    })
final class ReceiveCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Map<String, String> settings;

  @Mixin private HomeOption home = new HomeOption();

  @Option(
      names = "--source",
      paramLabel = "NAME",
      defaultValue = "canonical",
      description = {
        "Whose files they are: the name of a source profile, which says what the source calls its"
            + " columns and codes. Profiles are HOME/sources/NAME.yml or shipped ones; canonical means"
            + " the product's own names. Default: ${DEFAULT-VALUE}."
      })
  private String source = "canonical";

  @Option(
      names = "--as-of",
      paramLabel = "YYYY-MM-DD",
      description = {
        "The day as of which the files speak. Default: the last day of the month in the folder's or"
            + " file's name, else today."
      })
  private Optional<LocalDate> asOf = Optional.empty();

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "Feed files, or folders of them.")
  private List<Path> paths = List.of();

  ReceiveCommand(Terminal terminal, Map<String, String> settings) {
    this.terminal = terminal;
    this.settings = settings;
  }

  @Override
  public Integer call() throws IOException {
    Incoming incoming = new Incoming(source, asOf, RunHome.present(paths, "PATH"));
    return RunHome.use(
        new RunHome.Request(home.folder(), settings, "receive", List.of(incoming)),
        terminal,
        open -> receive(open, incoming));
  }

  private Exit receive(RunHome open, Incoming incoming) throws IOException {
    open.session().begin();
    open.checkStop("Nothing was received; the same command does it.");
    open.at("receive");
    List<FileOutcome> outcomes = open.session().receive(incoming, terminal.today());
    open.checkStop("The files were received; the same command, or the next month, curates them.");
    open.at("curate");
    open.session().curate();
    List<FileSummary> standing = LedgerReader.read(open.home().lake()).summaries();
    new FileTable(standing).print(outcomes, terminal);
    if (standing.stream().anyMatch(file -> file.rejected() + file.held() > 0)) {
      terminal
          .err()
          .println(
              "Rows that are rejected or held: throughline rejects --home "
                  + Quoted.forShell(open.home().root()));
    }
    if (!Refusals.of(outcomes).isEmpty()) {
      terminal.err().print("Refused:\n" + Refusals.spelledOut(outcomes));
      return Exit.DATA_CHECK;
    }
    return Exit.DONE;
  }
}
