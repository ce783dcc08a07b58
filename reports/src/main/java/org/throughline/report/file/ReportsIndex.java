package org.throughline.report.file;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.throughline.figure.Interval;
import org.throughline.figure.Slice;
import org.throughline.report.chart.Dot;
import org.throughline.report.page.Headline;
import org.throughline.report.page.IndexPage;
import org.throughline.report.page.Numerals;

/**
 * {@code reports/index.html}: the months that are published, newest first, with their headline
 * figures, under their lines over all of them. It is made from what the folders hold and from
 * nothing else, so it can be written again at any time.
 */
public final class ReportsIndex {

  private static final CSVFormat WITH_HEADER =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

  private ReportsIndex() {}

  /**
   * Writes the list in one step, and before it the pages that lead from month to month.
   *
   * @return the file
   * @throws IOException if a month's folder cannot be read, or the list cannot be written
   */
  public static Path write(Path reports) throws IOException {
    List<IndexPage.Entry> entries = new ArrayList<>();
    List<PublicationJson> published = new ArrayList<>();
    String program = "";
    Map<String, String> settings = Map.of();
    for (Path folder : monthsNewestFirst(reports)) {
      PublicationJson publication = PublicationJson.read(folder);
      published.add(publication);
      if (entries.isEmpty()) {
        program = publication.program();
        settings = publication.settings();
      }
      entries.add(
          new IndexPage.Entry(
              publication.month(),
              publication.edition(),
              headlines(folder, publication),
              publication.verdicts(),
              earlier(reports, publication)));
    }
    Files.createDirectories(reports);
    new MonthLinks(reports, published).write();
    Path fresh = reports.resolve(".index.html.new");
    Files.writeString(fresh, IndexPage.render(program, settings, entries), StandardCharsets.UTF_8);
    Path index = reports.resolve("index.html");
    return Files.move(
        fresh, index, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static List<Path> monthsNewestFirst(Path reports) throws IOException {
    return Folders.inside(reports).stream()
        .filter(f -> f.getFileName().toString().matches("\\d{4}-\\d{2}"))
        .filter(f -> Files.exists(f.resolve(PublicationJson.NAME)))
        .sorted(Comparator.<Path>reverseOrder())
        .toList();
  }

  private static List<IndexPage.Earlier> earlier(Path reports, PublicationJson publication)
      throws IOException {
    String prefix = publication.month() + ".";
    List<IndexPage.Earlier> links = new ArrayList<>();
    for (Path folder : Folders.inside(reports.resolve("editions"))) {
      String name = folder.getFileName().toString();
      if (name.startsWith(prefix)) {
        links.add(
            new IndexPage.Earlier(
                "edition " + name.substring(prefix.length()), "editions/" + name + "/index.html"));
      }
    }
    return links;
  }

  private static List<IndexPage.Cell> headlines(Path folder, PublicationJson publication)
      throws IOException {
    Map<String, CSVRecord> found = new HashMap<>();
    try (Reader reader = Files.newBufferedReader(folder.resolve("figures.csv"));
        CSVParser rows = WITH_HEADER.parse(reader)) {
      for (CSVRecord row : rows) {
        if (row.get("month").equals(publication.month().toString()) && isOverall(row)) {
          found.put(row.get("measure") + "@" + row.get("at"), row);
        }
      }
    }
    List<IndexPage.Cell> cells = new ArrayList<>();
    for (Headline headline : Headline.values()) {
      String at = headline.at().isPresent() ? Integer.toString(headline.at().getAsInt()) : "";
      cells.add(
          Optional.ofNullable(found.get(headline.measure() + "@" + at))
              .map(ReportsIndex::cell)
              .orElseGet(() -> new IndexPage.Cell("not computed", "", Optional.empty())));
    }
    return cells;
  }

  private static boolean isOverall(CSVRecord row) {
    return row.get("tier").equals(Slice.ALL)
        && row.get("family").equals(Slice.ALL)
        && row.get("site").equals(Slice.ALL)
        && row.get("group").isEmpty();
  }

  private static IndexPage.Cell cell(CSVRecord row) {
    if (!row.get("suppressed").isEmpty()) {
      return new IndexPage.Cell("not shown", "small group", Optional.empty());
    }
    if (row.get("value").isEmpty()) {
      return new IndexPage.Cell("not available", "", Optional.empty());
    }
    Interval interval =
        new Interval(Double.parseDouble(row.get("ci_low")), Double.parseDouble(row.get("ci_high")));
    double value = Double.parseDouble(row.get("value"));
    return new IndexPage.Cell(
        Numerals.percent(value, interval),
        Numerals.n(Long.parseLong(row.get("denominator"))),
        Optional.of(Dot.of(value, interval.low(), interval.high())));
  }
}
