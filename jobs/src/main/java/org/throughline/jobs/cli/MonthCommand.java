package org.throughline.jobs.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.throughline.jobs.Exit;
import org.throughline.jobs.month.AcceptWish;
import org.throughline.jobs.month.Incoming;
import org.throughline.jobs.month.MonthRequest;
import org.throughline.jobs.month.MonthResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A month, from feeds to its report. */
@Command(
    name = "month",
    mixinStandardHelpOptions = true,
    description = {
      "Receives what is given, then curates, measures, publishes and renders a month. The last line"
          + " on standard output is the path of its report.",
      "",
      "A run that failed or was stopped resumes with the same command. A month that is published from"
          + " the same data and settings is left as it is; from other data it becomes a new edition."
          + " A refused file stops the run before anything is published, and so does a data check at"
          + " level stop (see the settings throughline.checks), with code 3. Accept what it found by"
          + " name, with a reason, to publish all the same: who, when and why then stand in the"
          + " report. That holds for this month until the finding gets worse."
    })
final class MonthCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Map<String, String> settings;

  @Parameters(paramLabel = "YYYY-MM", description = "The reporting month.")
  private YearMonth month = YearMonth.of(1, 1);

  @Mixin private HomeOption home = new HomeOption();

  @Option(
      names = "--source",
      paramLabel = "NAME",
      defaultValue = "canonical",
      description = "Whose files are received (see receive --help). Default: ${DEFAULT-VALUE}.")
  private String source = "canonical";

  @Option(
      names = "--receive",
      arity = "1..*",
      paramLabel = "PATH",
      description = "Feed files, or folders of them, to be received first.")
  private List<Path> paths = List.of();

  @Option(
      names = "--accept",
      paramLabel = "CHECK",
      description = {
        "A finding to publish in spite of: a check, or one place of it as missing-site:EAST. Can be"
            + " given more than once; needs --reason."
      })
  private List<String> accept = List.of();

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why findings are accepted.")
  private Optional<String> reason = Optional.empty();

  MonthCommand(Terminal terminal, Map<String, String> settings) {
    this.terminal = terminal;
    this.settings = settings;
  }

  @Override
  public Integer call() throws IOException {
    AcceptWish wish =
        AcceptWish.of(
            accept, reason, System.getProperty("user.name", "unknown"), terminal.clock().instant());
    List<Incoming> incoming =
        paths.isEmpty()
            ? List.of()
            : List.of(new Incoming(source, Optional.empty(), RunHome.present(paths, "--receive")));
    return RunHome.use(
        new RunHome.Request(home.folder(), settings, "month " + month, incoming),
        terminal,
        open -> {
          MonthResult result =
              open.months(month)
                  .run(
                      new MonthRequest(
                          month, incoming, terminal.today(), MonthRequest.Redo.WHERE_NEW, wish));
          ClosingTable.print(result, terminal.err());
          terminal.out().println(result.page());
          return Exit.DONE;
        });
  }
}
