package org.throughline.sampledata.simulator;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.throughline.sampledata.simulator.SimulationSettings.Exports;

/**
 * How a site writes its files.
 *
 * @param source the name of the source profile that reads them
 * @param charset of the files
 * @param delimiter between cells
 * @param recordSeparator between rows
 * @param dates how dates are written
 * @param columns per feed, the site's name of a canonical column; the others keep theirs
 * @param codes per feed and canonical column, the site's code of a canonical code; the others keep
 *     theirs
 */
record SiteExport(
    String source,
    Charset charset,
    char delimiter,
    String recordSeparator,
    DateTimeFormatter dates,
    Map<Feed, Map<String, String>> columns,
    Map<Feed, Map<String, Map<String, String>>> codes) {

  private static final Pattern ISO_DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  static SiteExport of(Site site, Exports exports) {
    if (exports == Exports.ODD_THIRD_SITE && site.index() == 2) {
      return harbor();
    }
    return canonical(site.index() == 1 ? "\r\n" : "\n");
  }

  private static SiteExport canonical(String recordSeparator) {
    return new SiteExport(
        "canonical",
        StandardCharsets.UTF_8,
        ',',
        recordSeparator,
        DateTimeFormatter.ISO_LOCAL_DATE,
        Map.of(),
        Map.of());
  }

  private static SiteExport harbor() {
    return new SiteExport(
        "harbor",
        Charset.forName("windows-1252"),
        ';',
        "\n",
        DateTimeFormatter.ofPattern("MM/dd/yyyy", Locale.ROOT),
        HarborNames.COLUMNS,
        HarborNames.CODES);
  }

  CSVFormat format() {
    return CSVFormat.DEFAULT
        .builder()
        .setDelimiter(delimiter)
        .setRecordSeparator(recordSeparator)
        .get();
  }

  List<String> header(Feed feed) {
    Map<String, String> names = columns.getOrDefault(feed, Map.of());
    List<String> header = new ArrayList<>();
    for (String column : feed.columns()) {
      header.add(names.getOrDefault(column, column));
    }
    header.add(names.getOrDefault(Feed.ROW_DELETED, Feed.ROW_DELETED));
    if (!feed.unknownColumn().isEmpty()) {
      header.add(feed.unknownColumn());
    }
    return header;
  }

  /** The cells in the order of the header. */
  List<String> cells(FeedRow row) {
    Feed feed = row.feed();
    List<String> cells;
    if (columns.isEmpty()) {
      cells = new ArrayList<>(row.cells());
    } else {
      cells = new ArrayList<>();
      Map<String, Map<String, String>> codesOfFeed = codes.getOrDefault(feed, Map.of());
      for (int index = 0; index < row.cells().size(); index++) {
        String column = feed.columns().get(index);
        String cell = row.cells().get(index);
        Map<String, String> codesOfColumn = codesOfFeed.getOrDefault(column, Map.of());
        boolean date = feed.dates().contains(column) && ISO_DATE.matcher(cell).matches();
        cells.add(
            date ? LocalDate.parse(cell).format(dates) : codesOfColumn.getOrDefault(cell, cell));
      }
    }
    cells.add(row.rowDeleted());
    if (!feed.unknownColumn().isEmpty()) {
      cells.add(row.unknown());
    }
    return cells;
  }
}
