package org.throughline.jobs.cli;

import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.apache.commons.csv.CSVRecord;
import org.throughline.jobs.Exit;
import org.throughline.jobs.Halt;
import org.throughline.jobs.home.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints published figures. */
@Command(
    name = "figures",
    mixinStandardHelpOptions = true,
    description = {
      "Prints published figures, as they stand in the months' figures.csv. Without --by, those of"
          + " everybody; with it, those of each group."
    })
final class FiguresCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private HomeOption home = new HomeOption();

  @Option(
      names = "--month",
      split = ",",
      paramLabel = "YYYY-MM",
      description = "Which months. Default: the latest that is published.")
  private List<YearMonth> wanted = List.of();

  @Option(
      names = "--measure",
      split = ",",
      paramLabel = "ID",
      description = "Which measures, such as retention,completion. Default: all.")
  private List<String> measures = List.of();

  @Option(
      names = "--by",
      split = ",",
      paramLabel = "DIMENSION",
      description = {
        "Grouped by tier, family, site, or two of them: --by tier,family; or by one of",
        "throughline.groups; or discharges by length_of_stay."
      })
  private Set<String> dimensions = Set.of();

  @Option(
      names = "--codebook",
      description = "What the measures mean, with a worked example, in place of figures.")
  private boolean codebook;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "One of ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private FigureFormat format = FigureFormat.TABLE;

  FiguresCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    PublishedFigures published = new PublishedFigures(Home.existing(home.folder()).reports());
    if (codebook) {
      return codebook(published);
    }
    Set<String> header = new LinkedHashSet<>();
    List<CSVRecord> rows = new ArrayList<>();
    for (YearMonth month : months(published)) {
      PublishedFigures.Rows found = published.of(month);
      checkMeasures(found.records());
      checkDimensions(found.records());
      header.addAll(found.header());
      found.records().stream()
          .filter(row -> measures.isEmpty() || measures.contains(row.get("measure")))
          .filter(row -> PublishedFigures.isBy(row, dimensions))
          .forEach(rows::add);
    }
    if (rows.isEmpty()) {
      terminal.err().println("No figure is grouped like that: try --by tier, or leave --by out.");
    }
    format.print(List.copyOf(header), rows, dimensions, terminal.out());
    return Exit.DONE.code();
  }

  private int codebook(PublishedFigures published) throws IOException {
    YearMonth month = months(published).get(0);
    PublishedFigures.Rows book = published.codebook(month);
    if (book.records().isEmpty()) {
      throw Halt.usage(
          "The edition of "
              + month
              + " has no codebook; publish the month again: throughline month "
              + month);
    }
    checkMeasures(book.records());
    List<CSVRecord> rows =
        book.records().stream()
            .filter(row -> measures.isEmpty() || measures.contains(row.get("measure")))
            .toList();
    if (format == FigureFormat.TABLE) {
      rows.forEach(row -> explain(row, book.header()));
    } else {
      format.print(book.header(), rows, Set.of(), terminal.out());
    }
    return Exit.DONE.code();
  }

  private void explain(CSVRecord row, List<String> header) {
    terminal.out().println(row.get("measure") + " – " + row.get("label"));
    for (String column : header.subList(header.indexOf("label") + 1, header.size())) {
      terminal.out().println("  " + column + ": " + row.get(column));
    }
    terminal.out().println();
  }

  private void checkDimensions(List<CSVRecord> rows) {
    NavigableSet<String> columns = PublishedFigures.columns(rows);
    for (String dimension : dimensions) {
      if (!PublishedFigures.DIMENSIONS.contains(dimension) && !columns.contains(dimension)) {
        throw Halt.usage(
            "--by "
                + dimension
                + ": there are "
                + String.join(", ", PublishedFigures.DIMENSIONS)
                + (columns.isEmpty() ? "" : ", " + String.join(", ", columns))
                + ".");
      }
    }
  }

  private List<YearMonth> months(PublishedFigures published) throws IOException {
    NavigableSet<YearMonth> there = published.months();
    if (there.isEmpty()) {
      throw Halt.usage("No month is published in " + published.reports() + " yet.");
    }
    for (YearMonth month : wanted) {
      if (!there.contains(month)) {
        throw Halt.usage(
            "--month "
                + month
                + " is not published. Published: "
                + String.join(", ", there.stream().map(YearMonth::toString).toList())
                + ".");
      }
    }
    return wanted.isEmpty() ? List.of(there.last()) : wanted;
  }

  private void checkMeasures(List<CSVRecord> rows) {
    NavigableSet<String> known = new TreeSet<>();
    rows.forEach(row -> known.add(row.get("measure")));
    for (String measure : measures) {
      if (!known.contains(measure)) {
        throw Halt.usage(
            "--measure "
                + measure
                + ": there is no such measure. There are: "
                + String.join(", ", known)
                + ".");
      }
    }
  }
}
