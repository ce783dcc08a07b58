package org.throughline.jobs.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.throughline.flow.SqlDialect;
import org.throughline.flow.TableViews;
import org.throughline.jobs.Exit;
import org.throughline.jobs.Halt;
import org.throughline.jobs.home.Home;
import org.throughline.jobs.month.Published;
import org.throughline.jobs.month.Verification;
import org.throughline.lake.KeptFile;
import org.throughline.lake.LakeReader;
import org.throughline.lake.LakeTable;
import org.throughline.report.file.PublicationJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The tables as lists of Parquet files, or as SQL that makes views over them. */
@Command(
    name = "tables",
    mixinStandardHelpOptions = true,
    description = {
      "Lists the Parquet files that each table consists of now, one a line: the table, a tab, the"
          + " path. For tools that read Parquet but not Iceberg: a folder may hold files of earlier"
          + " states too, the list does not. Tables have no delete files, so their rows are those"
          + " of these files.",
      "",
      "With --sql, prints statements that make a view over the files of each table, and one of the"
          + " current rows of each feed (attendance_current, ...): of each key the latest row, without"
          + " those withdrawn or set aside. Print them again after the next run.",
      "",
      "Works while a job runs. Files that the list names stay for at least the days of"
          + " throughline.keep-snapshots-days."
    })
final class TablesCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private HomeOption home = new HomeOption();

  @Option(
      names = "--at",
      paramLabel = "YYYY-MM",
      description = "The files that the latest edition of a published month was computed from.")
  private Optional<YearMonth> at = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "One of ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private ListFormat format = ListFormat.TEXT;

  @Option(
      names = "--sql",
      paramLabel = "DIALECT",
      description = "Print views for one of ${COMPLETION-CANDIDATES}, in place of a list.")
  private Optional<SqlDialect> sql = Optional.empty();

  TablesCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Home of = Home.existing(home.folder());
    if (sql.isPresent()) {
      if (format == ListFormat.JSON) {
        throw Halt.usage("--sql prints statements: leave out --format json.");
      }
      views(of, new TableViews(of.lake(), sql.get()))
          .forEach(view -> terminal.out().println(view + "\n"));
      return Exit.DONE.code();
    }
    List<KeptFile> files = at.isPresent() ? pinned(of, at.get()) : current(of);
    if (format == ListFormat.JSON) {
      terminal.out().println(json(files));
    } else {
      files.forEach(file -> terminal.out().println(file.table().code() + "\t" + file.path()));
    }
    return Exit.DONE.code();
  }

  private static List<KeptFile> current(Home home) {
    LakeReader lake = new LakeReader(home.lake());
    List<KeptFile> files = new ArrayList<>();
    for (LakeTable table : LakeTable.values()) {
      files.addAll(lake.files(table));
    }
    return files;
  }

  private List<String> views(Home home, TableViews views) throws IOException {
    if (at.isEmpty()) {
      return views.now(current(home));
    }
    YearMonth month = at.get();
    int edition = edition(home, month);
    int through =
        Verification.deliveriesThrough(home, month, edition)
            .orElseThrow(() -> Halt.usage("The pin of " + month + " is lost: see verify."));
    return views.at(month, edition, pinned(home, month), through);
  }

  private static List<KeptFile> pinned(Home home, YearMonth month) throws IOException {
    return Verification.pinned(home, month, edition(home, month));
  }

  private static int edition(Home home, YearMonth month) throws IOException {
    return new Published(home.reports())
        .of(month)
        .map(PublicationJson::edition)
        .orElseThrow(() -> Halt.usage(month + " is not published in " + home.root() + "."));
  }

  private static String json(List<KeptFile> files) throws JsonProcessingException {
    ObjectMapper mapper = new ObjectMapper();
    ArrayNode list = mapper.createArrayNode();
    for (KeptFile file : files) {
      ObjectNode node = list.addObject();
      node.put("table", file.table().code());
      node.put("path", file.path());
      node.put("sha256", file.sha256().orElse(null));
    }
    return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(list);
  }
}
