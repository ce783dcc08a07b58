package org.throughline.jobs.month;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.throughline.figure.MonthReport;
import org.throughline.flow.Recount;
import org.throughline.jobs.home.Home;
import org.throughline.lake.KeptFile;
import org.throughline.lake.LakeReader;
import org.throughline.lake.LakeTable;
import org.throughline.measure.Estimates;
import org.throughline.measure.PublicationContext;
import org.throughline.measure.TallySheet;
import org.throughline.report.file.PublicationJson;
import org.throughline.report.file.Recomputed;

/**
 * Compares a publication with what it was pinned to: its files with their hashes, its settings with
 * the pin, its data files with the hashes of their commits, the kept counts with a recount, and
 * every figure and curve point with what these counts give. It changes nothing and needs no lock.
 */
public final class Verification {
  private final LakeReader lake;
  private final Path lakeFolder;
  private final Path folder;
  private final PinFolder pins;
  private final List<String> differences = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private long reportFiles;
  private long dataFiles;
  private long tallies;
  private long figures;
  private long points;

  /**
   * What was found.
   *
   * @param reportFiles files of the report that were compared with their hashes
   * @param dataFiles data files of tables that were
   * @param tallies counted groups that were compared with a recount
   * @param figures published figures that were compared with a recomputation
   * @param points published points of curves that were
   * @param notes what was not compared, and why
   * @param differences one line each; empty if all is well
   */
  public record Outcome(
      long reportFiles,
      long dataFiles,
      long tallies,
      long figures,
      long points,
      List<String> notes,
      List<String> differences) {}

  private Verification(Home home, Path folder, PinFolder pins) {
    this.lake = new LakeReader(home.lake());
    this.lakeFolder = home.lake();
    this.folder = folder;
    this.pins = pins;
  }

  /**
   * Verifies an edition of a month.
   *
   * @param folder where the edition stands
   * @throws IOException if the folder or the lake cannot be read at all
   */
  public static Outcome of(Home home, YearMonth month, int edition, Path folder)
      throws IOException {
    Verification work = new Verification(home, folder, PinFolder.of(home, month, edition));
    work.run();
    return new Outcome(
        work.reportFiles,
        work.dataFiles,
        work.tallies,
        work.figures,
        work.points,
        List.copyOf(work.notes),
        List.copyOf(work.differences));
  }

  /** The latest edition of a month that has a pin. */
  public static OptionalInt latestPinned(Home home, YearMonth month) throws IOException {
    if (!Files.isDirectory(home.publications())) {
      return OptionalInt.empty();
    }
    String prefix = month + ".";
    try (Stream<Path> pins = Files.list(home.publications())) {
      return pins.map(pin -> pin.getFileName().toString())
          .filter(name -> name.startsWith(prefix))
          .mapToInt(name -> Integer.parseInt(name.substring(prefix.length())))
          .max();
    }
  }

  /** The number of the last delivery that an edition took in; empty where its pin is lost. */
  public static OptionalInt deliveriesThrough(Home home, YearMonth month, int edition) {
    try {
      return OptionalInt.of(
          PublicationPin.read(PinFolder.of(home, month, edition).pin()).through());
    } catch (IOException e) {
      return OptionalInt.empty();
    }
  }

  /** The data files that an edition is pinned to. */
  public static List<KeptFile> pinned(Home home, YearMonth month, int edition) throws IOException {
    List<KeptFile> files = new ArrayList<>();
    for (Map.Entry<String, String> file : PinFolder.of(home, month, edition).hashes().entrySet()) {
      String table = file.getKey().replaceFirst("/.*", "");
      for (LakeTable of : LakeTable.values()) {
        if (of.code().equals(table)) {
          files.add(
              new KeptFile(
                  of, home.lake().resolve(file.getKey()).toString(), Optional.of(file.getValue())));
        }
      }
    }
    files.sort(Comparator.comparing(KeptFile::table).thenComparing(KeptFile::path));
    return files;
  }

  private void run() throws IOException {
    Optional<PublicationJson> publication = publication();
    if (publication.isPresent()) {
      reportFiles = publication.get().files().size();
      publication.get().differences(folder).forEach(differences::add);
    }
    PublicationPin pin;
    try {
      pin = PublicationPin.read(pins.pin());
    } catch (IOException e) {
      differences.add("The pin is missing or unreadable: " + e.getMessage());
      notes.add("Without the pin nothing can be computed again.");
      return;
    }
    sealed();
    publication.ifPresent(of -> says(of, pin));
    boolean countable = dataFiles(pin);
    tag(pin);
    Optional<TallySheet> sheet = counts(pin, countable);
    if (sheet.isPresent()) {
      compare(sheet.get(), pin);
    } else {
      notes.add("Figures and curves could not be computed again.");
    }
  }

  private Optional<PublicationJson> publication() {
    try {
      return Optional.of(PublicationJson.read(folder));
    } catch (IOException e) {
      differences.add(PublicationJson.NAME + " cannot be read: " + e.getMessage());
      return Optional.empty();
    }
  }

  private void sealed() throws IOException {
    String sealed = pins.sealed();
    Path file = folder.resolve(PublicationJson.NAME);
    if (sealed.isEmpty()) {
      differences.add("The SHA-256 of " + PublicationJson.NAME + " was not kept");
    } else if (Files.exists(file) && !Sha256.of(file).equals(sealed)) {
      differences.add(PublicationJson.NAME + " was changed");
    }
  }

  private void says(PublicationJson publication, PublicationPin pin) {
    differ("program", publication.program(), pin.program());
    differ("edition", publication.edition(), pin.edition());
    differ("cut", publication.cut(), pin.plan().month().atEndOfMonth());
    differ("data identity", publication.dataIdentity(), pin.dataIdentity());
    differ("setting ", publication.settings(), pin.settings());
    differ("version of ", publication.measures(), pin.measures());
  }

  private <T> void differ(
      String what, SortedMap<String, T> published, SortedMap<String, T> pinned) {
    TreeSet<String> keys = new TreeSet<>(published.keySet());
    keys.addAll(pinned.keySet());
    for (String key : keys) {
      differ(
          what + key,
          published.containsKey(key) ? String.valueOf(published.get(key)) : "absent",
          pinned.containsKey(key) ? String.valueOf(pinned.get(key)) : "absent");
    }
  }

  private void differ(String what, Object published, Object pinned) {
    if (!published.equals(pinned)) {
      differences.add(
          PublicationJson.NAME + ": " + what + " is " + published + ", but was " + pinned);
    }
  }

  /** Whether all data files of timelines are as they were committed. */
  private boolean dataFiles(PublicationPin pin) throws IOException {
    if (!isKept(pins.files(), pin.filesSha256())) {
      notes.add("Data files were not compared, since the list of their hashes is not whole.");
      return false;
    }
    if (pin.withoutHash() > 0) {
      notes.add(pin.withoutHash() + " data files have no SHA-256 of their commit.");
    }
    boolean whole = true;
    TreeSet<String> tables = new TreeSet<>();
    for (Map.Entry<String, String> file : pins.hashes().entrySet()) {
      dataFiles++;
      Path path = lakeFolder.resolve(file.getKey());
      String table = file.getKey().replaceFirst("/.*", "");
      tables.add(table);
      String found = Files.exists(path) ? Sha256.of(path) : "";
      if (!found.equals(file.getValue())) {
        differences.add(
            "table "
                + table
                + ": the data file "
                + path
                + (found.isEmpty() ? " is missing" : " was changed"));
        whole &= !table.equals(LakeTable.TIMELINES.code());
      }
    }
    for (LakeTable table : List.of(LakeTable.SET_ASIDE_ROWS, LakeTable.EPISODE_OUTCOMES)) {
      if (tables.contains(table.code()) && lake.tagged(table, pin.tag()).isEmpty()) {
        differences.add("table " + table.code() + ": the tag " + pin.tag() + " is missing");
      }
    }
    return whole;
  }

  private void tag(PublicationPin pin) {
    Optional<Long> tagged = lake.tagged(LakeTable.TIMELINES, pin.tag());
    if (tagged.isEmpty()) {
      differences.add("table timelines: the tag " + pin.tag() + " is missing");
    } else if (tagged.get() != pin.snapshot()) {
      differences.add("table timelines: the tag " + pin.tag() + " names another snapshot");
    }
  }

  private Optional<TallySheet> counts(PublicationPin pin, boolean countable) throws IOException {
    boolean whole = isKept(pins.tallies(), pin.talliesSha256());
    Optional<TallySheet> kept = tallies();
    if (!countable) {
      notes.add("Timelines were not counted again, since they are not whole.");
      return whole ? kept : Optional.empty();
    }
    List<String> files =
        lake.files(LakeTable.TIMELINES, pin.snapshot()).stream().map(KeptFile::path).toList();
    List<String> pinned =
        pins.hashes().keySet().stream()
            .filter(path -> path.startsWith(LakeTable.TIMELINES.code() + "/"))
            .map(path -> lakeFolder.resolve(path).toString())
            .toList();
    if (!new TreeSet<>(files).equals(new TreeSet<>(pinned))) {
      differences.add("table timelines: the pinned snapshot has not the files that were pinned");
    }
    TallySheet again = Recount.of(lake, pinned, pin.plan());
    if (!pin.measures().equals(Published.versions())) {
      notes.add("Tallies were not compared, since definitions of measures have changed since.");
    } else if (kept.isPresent()) {
      tallies = kept.get().counts().size();
      differences.addAll(TallyText.differences(kept.get(), again));
    }
    return Optional.of(again);
  }

  private Optional<TallySheet> tallies() {
    try {
      return Files.exists(pins.tallies())
          ? Optional.of(TallyText.read(pins.tallies()))
          : Optional.empty();
    } catch (IOException e) {
      differences.add("The kept tallies cannot be read: " + e.getMessage());
      return Optional.empty();
    }
  }

  private void compare(TallySheet sheet, PublicationPin pin) throws IOException {
    MonthReport report =
        Estimates.estimate(
            sheet,
            pin.plan(),
            new PublicationContext(
                pin.program(),
                pin.edition(),
                pin.smallCell(),
                List.of(),
                List.of(),
                new TreeMap<>(pin.settings()),
                pin.dataIdentity()));
    Recomputed ofFigures = Recomputed.figures(report, folder);
    Recomputed ofCurves = Recomputed.curves(report, folder);
    figures = ofFigures.rows();
    points = ofCurves.rows();
    for (Recomputed recomputed : List.of(ofFigures, ofCurves)) {
      differences.addAll(recomputed.differences());
      if (pin.measures().equals(Published.versions())) {
        differences.addAll(recomputed.added());
      }
      if (recomputed.ofOtherVersions() > 0) {
        notes.add(
            recomputed.ofOtherVersions()
                + " rows were not compared, since their measure's definition has changed.");
      }
    }
  }

  private boolean isKept(Path file, String sha256) throws IOException {
    if (!Files.exists(file)) {
      differences.add(file + " is missing");
      return false;
    }
    if (!Sha256.of(file).equals(sha256)) {
      differences.add(file + " was changed");
      return false;
    }
    return true;
  }
}
