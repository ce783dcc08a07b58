package org.throughline.report.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.throughline.report.page.StepPage;

/**
 * {@code reports/links/}: for each published month a small page that leads to the nearest published
 * month before it, and one to that after it; the same in {@code reports/editions/links/} for pages
 * of earlier editions, whose links are the same bytes one folder deeper. Made from which folders
 * there are and from nothing else, so it can be written again at any time.
 */
final class MonthLinks {

  private static final String FOLDER = "links";
  private static final String FRESH = ".new";

  private final Path reports;
  private final SortedMap<YearMonth, Map<String, String>> settings = new TreeMap<>();

  /**
   * @param months the published ones
   */
  MonthLinks(Path reports, Iterable<PublicationJson> months) {
    this.reports = reports;
    months.forEach(month -> settings.put(month.month(), month.settings()));
  }

  /** Writes what is new, each file in one step, and removes what leads from no month. */
  void write() throws IOException {
    SortedMap<String, String> pages = new TreeMap<>();
    for (YearMonth month : settings.keySet()) {
      pages.putAll(from(month, "../"));
    }
    put(reports.resolve(FOLDER), pages);
    Path editions = reports.resolve("editions");
    SortedMap<String, String> ofEditions = new TreeMap<>();
    for (Path folder : Folders.inside(editions)) {
      String name = folder.getFileName().toString();
      for (YearMonth month : settings.keySet()) {
        if (name.startsWith(month + ".")) {
          ofEditions.putAll(from(month, "../../"));
        }
      }
    }
    if (!ofEditions.isEmpty()) {
      put(editions.resolve(FOLDER), ofEditions);
      put(
          editions.resolve("index.html"),
          StepPage.toList("../", settings.getOrDefault(settings.lastKey(), Map.of())));
    }
  }

  private Map<String, String> from(YearMonth month, String root) {
    Map<String, String> pages = new TreeMap<>();
    for (StepPage.Way way : StepPage.Way.values()) {
      pages.put(
          StepPage.name(month, way),
          StepPage.render(
              root, month, way, next(month, way), settings.getOrDefault(month, Map.of())));
    }
    return pages;
  }

  private Optional<YearMonth> next(YearMonth month, StepPage.Way way) {
    SortedMap<YearMonth, Map<String, String>> others =
        switch (way) {
          case BEFORE -> settings.headMap(month);
          case AFTER -> settings.tailMap(month.plusMonths(1));
        };
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(way == StepPage.Way.BEFORE ? others.lastKey() : others.firstKey());
  }

  private static void put(Path folder, SortedMap<String, String> pages) throws IOException {
    if (pages.isEmpty() && !Files.isDirectory(folder)) {
      return;
    }
    Files.createDirectories(folder);
    for (Map.Entry<String, String> page : pages.entrySet()) {
      put(folder.resolve(page.getKey()), page.getValue());
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!pages.containsKey(file.getFileName().toString())) {
          Files.delete(file);
        }
      }
    }
  }

  private static void put(Path file, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
      return;
    }
    Path fresh = file.resolveSibling("." + file.getFileName() + FRESH);
    Files.write(fresh, bytes);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
