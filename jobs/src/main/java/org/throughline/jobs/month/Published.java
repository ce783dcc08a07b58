package org.throughline.jobs.month;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.throughline.figure.Definition;
import org.throughline.figure.Finding;
import org.throughline.measure.Catalogue;
import org.throughline.report.file.PublicationJson;

/**
 * What is published of months, and which edition comes next.
 *
 * @param reports the folder of published months
 */
public record Published(Path reports) {

  /** The latest edition of a month. */
  public Optional<PublicationJson> of(YearMonth month) throws IOException {
    Path folder = folder(month);
    return Files.exists(folder.resolve(PublicationJson.NAME))
        ? Optional.of(PublicationJson.read(folder))
        : Optional.empty();
  }

  /** Whether any edition of a month is published. */
  public boolean isThere(YearMonth month) {
    return Files.exists(folder(month).resolve(PublicationJson.NAME));
  }

  /** Where a month's latest edition stands. */
  public Path folder(YearMonth month) {
    return reports.resolve(month.toString());
  }

  /** Where an edition of a month stands, if it is there. */
  public Optional<Path> folder(YearMonth month, int edition) throws IOException {
    Path earlier = reports.resolve("editions").resolve(month + "." + edition);
    if (Files.isDirectory(earlier)) {
      return Optional.of(earlier);
    }
    return of(month).filter(latest -> latest.edition() == edition).map(latest -> folder(month));
  }

  /** The page that a director opens. */
  public Path page(YearMonth month) {
    return folder(month).resolve("index.html");
  }

  /** Whether a month is published, undamaged, from this data under these settings. */
  boolean isCurrent(YearMonth month, String dataIdentity, Map<String, String> settings)
      throws IOException {
    Optional<PublicationJson> present = of(month);
    return present.isPresent()
        && saysTheSame(present.get(), dataIdentity, settings)
        && present.get().differences(folder(month)).isEmpty();
  }

  /** Whether a month is published, undamaged, under these settings, from whatever data. */
  boolean isUnder(YearMonth month, Map<String, String> settings) throws IOException {
    Optional<PublicationJson> present = of(month);
    return present.isPresent() && isCurrent(month, present.get().dataIdentity(), settings);
  }

  /** Whether accepting findings would change what is published of a month. */
  boolean isChangedBy(AcceptWish accept, YearMonth month) throws IOException {
    Optional<PublicationJson> present = of(month);
    return present.isPresent() && accept.isNewFor(present.get().findings());
  }

  /** The edition to publish: the present one where it says the same and is only damaged. */
  int edition(
      YearMonth month, String dataIdentity, Map<String, String> settings, List<Finding> findings)
      throws IOException {
    Optional<PublicationJson> present = of(month);
    if (present.isEmpty()) {
      return 1;
    }
    return saysTheSame(present.get(), dataIdentity, settings)
            && present.get().findings().equals(findings)
        ? present.get().edition()
        : present.get().edition() + 1;
  }

  private static boolean saysTheSame(
      PublicationJson present, String dataIdentity, Map<String, String> settings) {
    return present.dataIdentity().equals(dataIdentity)
        && present.settings().equals(new TreeMap<>(settings))
        && present.measures().equals(versions());
  }

  /** Versions of the measures of now. */
  static SortedMap<String, Integer> versions() {
    SortedMap<String, Integer> versions = new TreeMap<>();
    for (Definition definition : Catalogue.definitions()) {
      versions.put(definition.id(), definition.version());
    }
    return versions;
  }
}
