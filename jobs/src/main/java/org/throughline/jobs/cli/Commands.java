package org.throughline.jobs.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.throughline.jobs.Exit;
import org.throughline.jobs.Halt;
import org.throughline.jobs.month.Cause;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** All commands, and how each way of ending becomes a message and an exit code. */
public final class Commands {
  private static final int WIDTH = 100;

  private final Terminal terminal;

  public Commands(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Runs a command line and returns its exit code. */
  public int run(String... given) {
    Arguments arguments;
    try {
      arguments = Arguments.of(given);
    } catch (Halt halt) {
      return end(halt);
    }
    try {
      return commandLine(arguments.settings()).execute(arguments.command().toArray(String[]::new));
    } catch (VirtualMachineError | LinkageError e) {
      return end(e); // out of memory above all; Java's own exit code would be none of ours
    }
  }

  private CommandLine commandLine(Map<String, String> settings) {
    CommandLine line = new CommandLine(new RootCommand());
    line.addSubcommand(new SampleCommand(terminal, settings));
    line.addSubcommand(new ReceiveCommand(terminal, settings));
    line.addSubcommand(new MonthCommand(terminal, settings));
    line.addSubcommand(new BackfillCommand(terminal, settings));
    line.addSubcommand(new FiguresCommand(terminal));
    line.addSubcommand(new VerifyCommand(terminal));
    line.addSubcommand(new TablesCommand(terminal));
    line.addSubcommand(new StatusCommand(terminal));
    line.addSubcommand(new SimulateCommand(terminal));
    line.setOut(new PrintWriter(terminal.out(), true, UTF_8));
    line.setErr(new PrintWriter(terminal.err(), true, UTF_8));
    line.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
    line.setUsageHelpWidth(WIDTH);
    line.registerConverter(YearMonth.class, Commands::month);
    line.registerConverter(LocalDate.class, Commands::day);
    line.registerConverter(FigureFormat.class, Commands::format);
    line.registerConverter(ListFormat.class, Commands::listFormat);
    line.setParameterExceptionHandler((problem, arguments) -> misused(problem, arguments));
    IExecutionExceptionHandler failed = (problem, command, parsed) -> end(problem);
    line.setExecutionExceptionHandler(failed);
    return line;
  }

  private int misused(ParameterException problem, String[] arguments) {
    CommandLine command = problem.getCommandLine();
    boolean isRoot = command.getParent() == null;
    List<String> unmatched =
        problem instanceof UnmatchedArgumentException e ? e.getUnmatched() : List.of();
    if (isRoot && !unmatched.isEmpty() && !unmatched.get(0).startsWith("-")) {
      terminal.err().println("There is no command '" + unmatched.get(0) + "'. Commands:");
      terminal.err().println("  " + String.join(", ", command.getSubcommands().keySet()));
    } else if (isRoot && arguments.length == 0) {
      command.usage(command.getErr());
      return Exit.USAGE.code();
    } else {
      terminal.err().println(problem.getMessage());
    }
    terminal
        .err()
        .println("See: throughline " + (isRoot ? "" : command.getCommandName() + " ") + "--help");
    return Exit.USAGE.code();
  }

  private int end(Throwable problem) {
    if (problem instanceof Halt halt) {
      terminal.err().println(halt.getMessage());
      return halt.exit().code();
    }
    terminal.err().println("Failed: " + Cause.inOneSentence(problem));
    if (terminal.variables().containsKey("THROUGHLINE_DEBUG")) {
      problem.printStackTrace(terminal.err());
    } else {
      terminal.err().println("THROUGHLINE_DEBUG=1 shows where.");
    }
    return Exit.FAILED.code();
  }

  private static YearMonth month(String text) {
    try {
      return YearMonth.parse(text);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException("'" + text + "' is no month; write it as 2026-03.");
    }
  }

  private static FigureFormat format(String text) {
    return Arrays.stream(FigureFormat.values())
        .filter(format -> format.toString().equals(text.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () -> new TypeConversionException("'" + text + "' is none of table, csv, json."));
  }

  private static ListFormat listFormat(String text) {
    return Arrays.stream(ListFormat.values())
        .filter(format -> format.toString().equals(text.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> new TypeConversionException("'" + text + "' is none of text, json."));
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException("'" + text + "' is no day; write it as 2026-03-31.");
    }
  }
}
