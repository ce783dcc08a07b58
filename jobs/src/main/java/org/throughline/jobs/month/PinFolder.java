package org.throughline.jobs.month;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.YearMonth;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.throughline.jobs.home.Home;
import org.throughline.lake.KeptFile;
import org.throughline.measure.TallySheet;

/**
 * Where a home keeps what a publication stands on: {@code lake/publications/YYYY-MM.N/}. It is
 * complete before the month's {@code publication.json} is written, so whatever is published has it.
 *
 * <p>{@code pin.json} says what was pinned under which settings, {@code tallies.tsv} holds the
 * counts, {@code files.sha256} the data files ({@code cd lake && sha256sum -c
 * publications/YYYY-MM.N/files.sha256}), {@code publication.sha256} that of the publication.
 *
 * @param folder the publication's own
 */
record PinFolder(Path folder) {
  private static final String PIN = "pin.json";
  private static final String TALLIES = "tallies.tsv";
  private static final String FILES = "files.sha256";
  private static final String SEAL = "publication.sha256";
  private static final String BETWEEN = "  ";

  static PinFolder of(Home home, YearMonth month, int edition) {
    return new PinFolder(home.publications().resolve(month + "." + edition));
  }

  Path pin() {
    return folder.resolve(PIN);
  }

  Path tallies() {
    return folder.resolve(TALLIES);
  }

  Path files() {
    return folder.resolve(FILES);
  }

  /**
   * Writes everything but the seal, in place of what was there.
   *
   * @param lake the folder of tables
   * @param files data files; those without a hash are left out
   */
  void write(PublicationPin pin, TallySheet sheet, Path lake, List<KeptFile> files)
      throws IOException {
    Path fresh = folder.resolveSibling("." + folder.getFileName() + ".new");
    remove(fresh);
    Files.createDirectories(fresh);
    PinFolder next = new PinFolder(fresh);
    TallyText.write(sheet, next.tallies());
    StringBuilder list = new StringBuilder();
    for (KeptFile file : files) {
      file.sha256()
          .ifPresent(
              sha256 ->
                  list.append(sha256)
                      .append(BETWEEN)
                      .append(relative(lake, file.path()))
                      .append('\n'));
    }
    Files.writeString(next.files(), list, UTF_8);
    Files.writeString(
        next.pin(), pin.kept(Sha256.of(next.tallies()), Sha256.of(next.files())).text(), UTF_8);
    if (Files.exists(folder.resolve(SEAL))) {
      // of the same edition, which stands until it is put in place again
      Files.copy(folder.resolve(SEAL), fresh.resolve(SEAL));
    }
    remove(folder);
    Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Notes the SHA-256 of the publication that is about to be put in place. */
  void seal(String sha256) throws IOException {
    Path fresh = folder.resolve("." + SEAL + ".new");
    Files.writeString(fresh, sha256 + BETWEEN + "publication.json\n", UTF_8);
    Files.move(
        fresh,
        folder.resolve(SEAL),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /** The SHA-256 that was noted; empty where none was. */
  String sealed() throws IOException {
    Path file = folder.resolve(SEAL);
    return Files.exists(file) ? Files.readString(file, UTF_8).split(BETWEEN, 2)[0] : "";
  }

  /** SHA-256 by path relative to the lake's folder. */
  SortedMap<String, String> hashes() throws IOException {
    SortedMap<String, String> hashes = new TreeMap<>();
    for (String line : Files.readAllLines(files(), UTF_8)) {
      int end = line.indexOf(BETWEEN);
      if (end > 0) {
        hashes.put(line.substring(end + BETWEEN.length()), line.substring(0, end));
      }
    }
    return hashes;
  }

  /** Files without a hash of their commit; they cannot be proven. */
  static long withoutHash(List<KeptFile> files) {
    return files.stream().filter(file -> file.sha256().isEmpty()).count();
  }

  private static String relative(Path lake, String path) {
    String folder = lake.toAbsolutePath() + "/";
    return path.startsWith(folder) ? path.substring(folder.length()) : path;
  }

  private static void remove(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder)) {
      for (Path file : inside) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
