package org.throughline.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.throughline.figure.FileSummary;

/** What became of the rows that were received: no row is dropped silently. */
final class QualitySection {

  private final List<FileSummary> files;
  private final DataCheckWords checks;
  private final Reading reading;

  private QualitySection(Reading reading) {
    this.reading = reading;
    files = reading.report().files();
    checks = new DataCheckWords(reading.report().findings(), reading.locale());
  }

  static PageModel.Section of(Reading reading) {
    QualitySection section = new QualitySection(reading);
    List<PageModel.Block> blocks = new ArrayList<>();
    section.checks.table().ifPresent(blocks::add);
    blocks.add(section.byFeed());
    section.reasons().ifPresent(blocks::add);
    section.oddities().ifPresent(blocks::add);
    section.byFile().ifPresent(blocks::add);
    return new PageModel.Section(
        "quality",
        "Data quality",
        "Data quality",
        List.of(new Prose(section.finding() + " " + section.checks.finding())),
        Prose.paragraphs(
            section.checks.words(),
            "Rows read = accepted + rejected + held, for every file.",
            "Rejected rows can be corrected and sent again; held rows wait for their episode and are"
                + " tried at every run."),
        List.of(),
        List.of(),
        blocks);
  }

  private String finding() {
    if (files.isEmpty()) {
      return "No file was received.";
    }
    long read = files.stream().mapToLong(FileSummary::read).sum();
    long rejected = files.stream().mapToLong(FileSummary::rejected).sum();
    long held = files.stream().mapToLong(FileSummary::held).sum();
    return "Of "
        + Numerals.count(read)
        + " rows in "
        + Numerals.count(files.size())
        + (files.size() == 1 ? " file, " : " files, ")
        + none(rejected)
        + (rejected == 1 ? " was" : " were")
        + " rejected and "
        + none(held)
        + (held == 1 ? " is held." : " are held.");
  }

  private static String none(long number) {
    return number == 0 ? "none" : Numerals.count(number);
  }

  private Map<String, List<FileSummary>> feeds() {
    Map<String, List<FileSummary>> feeds = new LinkedHashMap<>();
    FeedNames.ALL.forEach(feed -> feeds.put(feed, new ArrayList<>()));
    files.forEach(f -> feeds.computeIfAbsent(f.feed(), k -> new ArrayList<>()).add(f));
    return feeds;
  }

  private PageModel.Grid byFeed() {
    Table.Builder table =
        Table.titled("Rows received, by feed")
            .words("Feed")
            .numbers("Files", "Read", "Accepted", "Rejected", "Held");
    feeds().forEach((feed, list) -> table.row(counts(FeedNames.of(feed), list)));
    table.row(counts("All", files));
    return new PageModel.Grid(List.of("By feed"), table.stacking(), List.of(), "");
  }

  private static List<String> counts(String name, List<FileSummary> list) {
    return List.of(
        name,
        Numerals.count(list.size()),
        Numerals.count(list.stream().mapToLong(FileSummary::read).sum()),
        Numerals.count(list.stream().mapToLong(FileSummary::accepted).sum()),
        Numerals.count(list.stream().mapToLong(FileSummary::rejected).sum()),
        Numerals.count(list.stream().mapToLong(FileSummary::held).sum()));
  }

  private Optional<PageModel.Block> reasons() {
    Table.Builder table =
        Table.titled("Rejected rows, by feed and reason").words("Feed", "Reason").numbers("Rows");
    boolean any = false;
    for (Map.Entry<String, List<FileSummary>> feed : feeds().entrySet()) {
      for (Map.Entry<String, Long> reason : summed(feed.getValue(), Source.REASONS).entrySet()) {
        table.row(FeedNames.of(feed.getKey()), reason.getKey(), Numerals.count(reason.getValue()));
        any = true;
      }
    }
    return any
        ? Optional.of(
            new PageModel.Grid(List.of("Why rows were rejected"), table.stacking(), List.of(), ""))
        : Optional.empty();
  }

  private enum Source {
    REASONS,
    BLANKED
  }

  private static Map<String, Long> summed(List<FileSummary> list, Source source) {
    Map<String, Long> sums = new TreeMap<>();
    for (FileSummary file : list) {
      Map<String, Long> counts = source == Source.REASONS ? file.reasons() : file.blanked();
      counts.forEach((reason, rows) -> sums.merge(reason, rows, Long::sum));
    }
    return sums;
  }

  private Optional<PageModel.Block> oddities() {
    Table.Builder table =
        Table.titled("Columns and codes that no profile knows")
            .words("Feed", "Columns ignored", "Codes blanked (cells)");
    boolean any = false;
    for (Map.Entry<String, List<FileSummary>> feed : feeds().entrySet()) {
      String columns =
          feed.getValue().stream()
              .flatMap(f -> f.unknownColumns().stream())
              .distinct()
              .sorted()
              .collect(Collectors.joining(", "));
      String codes =
          summed(feed.getValue(), Source.BLANKED).entrySet().stream()
              .map(e -> e.getKey() + " (" + Numerals.count(e.getValue()) + ")")
              .collect(Collectors.joining("; "));
      if (!columns.isEmpty() || !codes.isEmpty()) {
        table.row(FeedNames.of(feed.getKey()), orNone(columns), orNone(codes));
        any = true;
      }
    }
    return any
        ? Optional.of(
            new PageModel.Grid(
                List.of("Unknown columns and codes"), table.stacking(), List.of(), ""))
        : Optional.empty();
  }

  private static String orNone(String text) {
    return text.isEmpty() ? "none" : text;
  }

  private Optional<PageModel.Block> byFile() {
    if (files.isEmpty()) {
      return Optional.empty();
    }
    Table.Builder table =
        Table.titled("Rows received, by file")
            .words("File", "Source", "As of")
            .numbers("Read", "Accepted", "Rejected", "Held");
    for (FileSummary file : files) {
      table.row(
          file.file(),
          file.source(),
          reading.day(file.asOf()),
          Numerals.count(file.read()),
          Numerals.count(file.accepted()),
          Numerals.count(file.rejected()),
          Numerals.count(file.held()));
    }
    return Optional.of(new PageModel.Fold("Every file (" + files.size() + ")", table.scrolling()));
  }
}
