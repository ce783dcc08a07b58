package org.throughline.jobs.cli;

import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.throughline.jobs.Exit;
import org.throughline.jobs.Halt;
import org.throughline.jobs.month.AcceptWish;
import org.throughline.jobs.month.MonthRequest;
import org.throughline.jobs.month.MonthResult;
import org.throughline.jobs.month.MonthRuns;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Several months from what was received. */
@Command(
    name = "backfill",
    mixinStandardHelpOptions = true,
    description = {
      "Curates, measures, publishes and renders months in order, from what was received before. A"
          + " month that is published from the same data and settings is passed over; from other"
          + " data it becomes a new edition. Prints the path of each month's report.",
      "",
      "The first month that stops ends the command with that month's code; the same command goes on"
          + " there."
    })
final class BackfillCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Map<String, String> settings;

  @Parameters(index = "0", paramLabel = "FROM", description = "The first month, YYYY-MM.")
  private YearMonth from = YearMonth.of(1, 1);

  @Parameters(index = "1", paramLabel = "TO", description = "The last month, YYYY-MM.")
  private YearMonth to = YearMonth.of(1, 1);

  @Mixin private HomeOption home = new HomeOption();

  @Option(
      names = "--again",
      description = {
        "Computes and renders months again that are published from the same data and settings. What"
            + " comes out the same to the last byte stays as it is; what does not becomes a new"
            + " edition."
      })
  private boolean again;

  BackfillCommand(Terminal terminal, Map<String, String> settings) {
    this.terminal = terminal;
    this.settings = settings;
  }

  @Override
  public Integer call() throws IOException {
    if (from.isAfter(to)) {
      throw Halt.usage(from + " is after " + to + ": name the earlier month first.");
    }
    return RunHome.use(
        new RunHome.Request(home.folder(), settings, "backfill " + from + " to " + to, List.of()),
        terminal,
        this::run);
  }

  private Exit run(RunHome open) throws IOException {
    MonthRuns runs = open.months(from);
    MonthRequest.Redo redo = again ? MonthRequest.Redo.AGAIN : MonthRequest.Redo.WHERE_NEW;
    for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
      open.checkStop("The same command goes on with " + month + ".");
      open.narration().say("Month " + month);
      MonthResult result;
      try {
        result =
            runs.run(new MonthRequest(month, List.of(), terminal.today(), redo, AcceptWish.NONE));
      } catch (Halt halt) {
        open.narration().say("The backfill ends at " + month + ".");
        throw halt;
      }
      if (result.outcome() == MonthResult.Outcome.ALREADY_PUBLISHED) {
        open.narration().say("  published before, from the same data: edition " + result.edition());
      } else {
        ClosingTable.print(result, terminal.err());
      }
      terminal.out().println(result.page());
    }
    return Exit.DONE;
  }
}
