package org.throughline.sampledata.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.throughline.sampledata.simulator.SimulationSettings.Exports;

/**
 * The files of all deliveries, one for each month, site and feed, even where it holds a header
 * only: a feed that stays away is news to the product, and here it would be false news.
 */
final class DeliveryFiles implements Deliveries {

  private static final int MOST_PENDING = 32 * 1024;
  private static final long PENDING_IN_ALL = 64L * 1024 * 1024;

  private final SimulationSettings settings;

  /** By feed, then month by month and within it site by site. */
  private final Map<Feed, List<FeedFile>> files = new EnumMap<>(Feed.class);

  private final List<FeedFile> toPack = new ArrayList<>();
  private final Map<Feed, Long> rows = new EnumMap<>(Feed.class);
  private final Map<Feed, Map<DirtKind, Long>> dirt = new EnumMap<>(Feed.class);

  DeliveryFiles(SimulationSettings settings) throws IOException {
    this.settings = settings;
    long number = (long) settings.months() * settings.sites() * Feed.values().length;
    int spillAt = (int) Math.max(256, Math.min(MOST_PENDING, PENDING_IN_ALL / number));
    for (int month = 0; month < settings.months(); month++) {
      for (int site = 0; site < settings.sites(); site++) {
        for (Feed feed : Feed.values()) {
          begin(month, Site.of(site), feed, spillAt);
        }
      }
    }
  }

  private void begin(int month, Site site, Feed feed, int spillAt) throws IOException {
    SiteExport export = SiteExport.of(site, settings.exports());
    String when = settings.firstMonth().plusMonths(month).toString();
    Path source =
        settings.exports() == Exports.ALL_CANONICAL
            ? settings.out()
            : settings.out().resolve(export.source());
    Path folder = Files.createDirectories(source.resolve(when));
    Path plain = folder.resolve(feed.label() + "-" + site.name() + "-" + when + ".csv");
    FeedFile file = new FeedFile(plain, export, feed, spillAt);
    files.computeIfAbsent(feed, key -> new ArrayList<>()).add(file);
    if (isPacked(feed)) {
      toPack.add(file);
    }
  }

  private boolean isPacked(Feed feed) {
    return switch (settings.packing()) {
      case PLAIN -> false;
      case GZIP -> true;
      case MIXED -> feed == Feed.ATTENDANCE || feed == Feed.CHECKINS;
    };
  }

  private FeedFile file(int month, Site site, Feed feed) {
    List<FeedFile> ofFeed = files.getOrDefault(feed, List.of());
    return ofFeed.get(month * settings.sites() + site.index());
  }

  @Override
  public void add(int month, Site site, FeedRow row) {
    try {
      file(month, site, row.feed()).add(row);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    rows.merge(row.feed(), 1L, Long::sum);
  }

  @Override
  public boolean addFaulty(int month, Site site, FeedRow row, DirtKind kind) {
    FeedFile file = file(month, site, row.feed());
    if (!file.bearsAnotherFault()) {
      return false;
    }
    try {
      file.addFaulty(row);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    rows.merge(row.feed(), 1L, Long::sum);
    dirt.computeIfAbsent(row.feed(), feed -> new EnumMap<>(DirtKind.class))
        .merge(kind, 1L, Long::sum);
    return true;
  }

  /** Writes out what is pending and packs what the settings say. */
  void finish() throws IOException {
    for (List<FeedFile> ofFeed : files.values()) {
      for (FeedFile file : ofFeed) {
        file.finish();
      }
    }
    try {
      toPack.parallelStream().forEach(DeliveryFiles::pack);
    } catch (UncheckedIOException e) {
      throw new IOException("cannot gzip a feed file", e);
    }
  }

  private static void pack(FeedFile file) {
    try {
      file.gzip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Rows written per feed, headers not counted, faulty ones counted. */
  Map<Feed, Long> rows() {
    return rows;
  }

  /** Faulty rows per feed and kind. */
  Map<Feed, Map<DirtKind, Long>> dirt() {
    return dirt;
  }
}
