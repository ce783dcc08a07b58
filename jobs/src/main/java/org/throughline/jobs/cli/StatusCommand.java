package org.throughline.jobs.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.throughline.check.Accepted;
import org.throughline.jobs.Exit;
import org.throughline.jobs.home.Home;
import org.throughline.jobs.home.RunHistory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a home stands. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description =
        "Shows deliveries, published months, past runs, and what waits and why. Works while a job"
            + " runs.")
final class StatusCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private HomeOption home = new HomeOption();

  @Option(names = "--json", description = "For scripts: one JSON object.")
  private boolean asJson;

  StatusCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    HomeState state = HomeState.of(Home.existing(home.folder()));
    if (asJson) {
      json(state, terminal.out());
    } else {
      text(state, terminal.out());
    }
    return Exit.DONE.code();
  }

  private static void text(HomeState state, PrintStream out) {
    out.println("Home " + state.home().root());
    out.println(state.running().map(r -> "Running: " + r).orElse("No run works on it now."));
    TextTable deliveries =
        new TextTable(
            "source", "feed", "files", "latest as of", "read", "accepted", "rejected", "held");
    for (HomeState.Deliveries d : state.deliveries()) {
      deliveries.row(
          d.source(),
          d.feed(),
          d.files(),
          d.latest(),
          d.read(),
          d.accepted(),
          d.rejected(),
          d.held());
    }
    section("Deliveries", deliveries, "Nothing was received yet.", out);
    TextTable months = new TextTable("month", "edition", "cut", "data", "report");
    for (HomeState.Month m : state.months()) {
      months.row(
          m.month(),
          m.edition(),
          m.cut(),
          m.data() == HomeState.Month.Data.OF_NOW ? "of now" : "earlier",
          m.page());
    }
    section("Published", months, "No month is published yet.", out);
    if (!state.accepted().isEmpty()) {
      TextTable accepted = new TextTable("month", "finding", "by", "at", "reason");
      for (Accepted a : state.accepted()) {
        accepted.row(
            a.month(), name(a), a.acceptance().by(), a.acceptance().at(), a.acceptance().reason());
      }
      section("Accepted findings of data checks", accepted, "", out);
    }
    TextTable runs = new TextTable("month", "started", "seconds", "state", "last step");
    for (RunHistory.Run run : state.runs()) {
      runs.row(
          run.month(),
          run.started().map(t -> t.truncatedTo(ChronoUnit.SECONDS).toString()).orElse("–"),
          seconds(run).map(Object::toString).orElse("–"),
          run.ending(),
          run.lastStep());
    }
    section(
        "Runs",
        runs,
        state.running().isPresent() ? "Told when the present run has ended." : "None yet.",
        out);
    out.println();
    out.println("Waiting");
    if (state.waiting().isEmpty()) {
      out.println("  Nothing.");
    }
    state.waiting().forEach(waiting -> out.println("  " + waiting.what()));
  }

  private static String name(Accepted accepted) {
    String where = accepted.place().spelledOut();
    return where.isEmpty() ? accepted.check().id() : accepted.check().id() + ":" + where;
  }

  private static void section(String title, TextTable table, String none, PrintStream out) {
    out.println();
    out.println(title);
    if (table.isEmpty()) {
      out.println("  " + none);
    } else {
      table.print(out);
    }
  }

  private static Optional<Long> seconds(RunHistory.Run run) {
    return run.started()
        .flatMap(from -> run.ended().map(to -> Duration.between(from, to).toSeconds()));
  }

  private static void json(HomeState state, PrintStream out) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode root = mapper.createObjectNode();
    root.put("home", state.home().root().toString());
    root.put("running", state.running().orElse(null));
    ArrayNode deliveries = root.putArray("deliveries");
    for (HomeState.Deliveries d : state.deliveries()) {
      deliveries
          .addObject()
          .put("source", d.source())
          .put("feed", d.feed())
          .put("files", d.files())
          .put("latest_as_of", d.latest().toString())
          .put("read", d.read())
          .put("accepted", d.accepted())
          .put("rejected", d.rejected())
          .put("held", d.held());
    }
    ArrayNode months = root.putArray("published");
    for (HomeState.Month m : state.months()) {
      ObjectNode month =
          months
              .addObject()
              .put("month", m.month().toString())
              .put("edition", m.edition())
              .put("cut", m.cut().toString())
              .put("from_data_of_now", m.data() == HomeState.Month.Data.OF_NOW)
              .put("report", m.page().toString());
      m.earlier().forEach(month.putArray("earlier_editions")::add);
      m.later().forEach(month.putArray("later_deliveries")::add);
    }
    ArrayNode accepted = root.putArray("accepted");
    for (Accepted a : state.accepted()) {
      accepted
          .addObject()
          .put("month", a.month().toString())
          .put("finding", name(a))
          .put("by", a.acceptance().by())
          .put("at", a.acceptance().at().toString())
          .put("reason", a.acceptance().reason());
    }
    ArrayNode runs = root.putArray("runs");
    for (RunHistory.Run run : state.runs()) {
      runs.addObject()
          .put("month", run.month())
          .put("started", run.started().map(LocalDateTime::toString).orElse(null))
          .put("ended", run.ended().map(LocalDateTime::toString).orElse(null))
          .put("state", run.state())
          .put("last_step", run.lastStep());
    }
    root.put("settled", state.settled() == HomeState.Settled.YES);
    root.put("log", state.home().logFile().toString());
    ArrayNode waiting = root.putArray("waiting");
    for (HomeState.Waiting w : state.waiting()) {
      waiting.addObject().put("why", w.why()).put("count", w.count()).put("what", w.what());
    }
    out.println(mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root));
  }
}
