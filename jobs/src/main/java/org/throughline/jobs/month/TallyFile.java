package org.throughline.jobs.month;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.throughline.measure.TallySheet;

/**
 * The counts of a run, kept between measure, publish and render: these two estimate from it again,
 * which gives the same figures, so a run that fails late need not count anew.
 *
 * @param folder the run's own folder
 */
record TallyFile(Path folder) {

  void write(TallySheet sheet) throws IOException {
    Files.createDirectories(folder);
    Path fresh = folder.resolve("tally.new");
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(fresh)))) {
      sheet.write(out);
    }
    Files.move(fresh, file(), StandardCopyOption.ATOMIC_MOVE);
  }

  boolean isThere() {
    return Files.exists(file());
  }

  TallySheet read() throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file())))) {
      return TallySheet.read(in);
    }
  }

  /** Takes the folder away, once the month is published. */
  void discard() throws IOException {
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

  private Path file() {
    return folder.resolve("tally.bin");
  }
}
