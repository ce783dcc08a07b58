package org.throughline.jobs.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.throughline.jobs.Exit;
import org.throughline.jobs.Halt;
import org.throughline.jobs.home.Home;
import org.throughline.jobs.month.Incoming;
import org.throughline.jobs.month.MonthRequest;
import org.throughline.jobs.month.MonthResult;
import org.throughline.jobs.month.MonthRuns;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The whole job on the shipped feeds. */
@Command(
    name = "sample",
    mixinStandardHelpOptions = true,
    description = {
      "Runs the whole job on the feeds that are shipped with the clone: simulated clients of three"
          + " sites, 24 monthly deliveries. The last three months are published, each when its"
          + " delivery arrives. The last line on standard output is the path of the latest report.",
      "",
      "Run again, it does nothing twice."
    })
final class SampleCommand implements Callable<Integer> {
  private static final int PUBLISHED_MONTHS = 3;

  private final Terminal terminal;
  private final Map<String, String> settings;

  @Option(
      names = "--home",
      paramLabel = "DIR",
      description = "Where everything is put. Default: target/sample-home under the clone.")
  private Optional<Path> home = Optional.empty();

  SampleCommand(Terminal terminal, Map<String, String> settings) {
    this.terminal = terminal;
    this.settings = settings;
  }

  @Override
  public Integer call() throws IOException {
    Path clone =
        terminal
            .checkout()
            .orElseThrow(() -> Halt.usage("The sample lies in the clone: run jobs/throughline."));
    Path feeds = clone.resolve("sample-data").resolve("feeds");
    List<YearMonth> months = List.copyOf(months(feeds));
    if (months.size() < PUBLISHED_MONTHS) {
      throw Halt.usage("There are no sample feeds in " + feeds + ": check out the whole clone.");
    }
    Home target = Home.at(home.orElse(clone.resolve("target").resolve("sample-home")));
    nameTheProgram(target);
    RunHome.Request request = new RunHome.Request(target.root(), settings, "sample", List.of());
    return RunHome.use(request, terminal, open -> run(open, feeds, months));
  }

  private Exit run(RunHome open, Path feeds, List<YearMonth> months) throws IOException {
    int first = months.size() - PUBLISHED_MONTHS;
    MonthRuns runs = open.months(months.get(first));
    for (int m = first; m < months.size(); m++) {
      YearMonth month = months.get(m);
      List<YearMonth> arrived = months.subList(m == first ? 0 : m, m + 1);
      open.narration()
          .say(
              "Month "
                  + month
                  + ": "
                  + (arrived.size() == 1 ? "its delivery" : arrived.size() + " monthly deliveries")
                  + " arrived");
      MonthRequest request = new MonthRequest(month, incoming(feeds, arrived), terminal.today());
      // A month was published when its delivery arrived; those that came later do not redo it.
      Optional<MonthResult> standing =
          m == months.size() - 1 ? Optional.empty() : runs.standing(request);
      if (standing.isPresent()) {
        open.narration().say("  published before");
        terminal.out().println(standing.get().page());
        continue;
      }
      MonthResult result = runs.run(request);
      ClosingTable.print(result, terminal.err());
      terminal.out().println(result.page());
    }
    return Exit.DONE;
  }

  private static List<Incoming> incoming(Path feeds, List<YearMonth> months) throws IOException {
    List<Incoming> incoming = new ArrayList<>();
    for (Path source : folders(feeds)) {
      List<Path> delivered =
          months.stream().map(m -> source.resolve(m.toString())).filter(Files::exists).toList();
      incoming.add(new Incoming(source.getFileName().toString(), Optional.empty(), delivered));
    }
    return incoming;
  }

  private static NavigableSet<YearMonth> months(Path feeds) throws IOException {
    NavigableSet<YearMonth> months = new TreeSet<>();
    if (Files.isDirectory(feeds)) {
      for (Path source : folders(feeds)) {
        for (Path delivery : folders(source)) {
          months.add(YearMonth.parse(delivery.getFileName().toString()));
        }
      }
    }
    return months;
  }

  private static List<Path> folders(Path folder) throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.filter(Files::isDirectory).sorted().toList();
    }
  }

  private static void nameTheProgram(Home home) throws IOException {
    if (Files.exists(home.settingsFile())) {
      return;
    }
    try (InputStream shipped = SampleCommand.class.getResourceAsStream("/sample-settings.yml")) {
      if (shipped == null) {
        throw new IllegalStateException("sample-settings.yml is missing from the application");
      }
      Path fresh = home.settingsFile().resolveSibling(".throughline.yml.new");
      Files.copy(shipped, fresh, StandardCopyOption.REPLACE_EXISTING);
      Files.move(fresh, home.settingsFile(), StandardCopyOption.ATOMIC_MOVE);
    }
  }
}
