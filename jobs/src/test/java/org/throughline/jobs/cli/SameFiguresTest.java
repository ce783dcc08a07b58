package org.throughline.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.sampledata.simulator.Simulation;
import org.throughline.sampledata.simulator.SimulationSettings;

/**
 * The same rows give the same figures to the last byte: in another order, under other names,
 * packed, cut in two, in any number of partitions.
 */
class SameFiguresTest {
  private static final YearMonth MONTH = SimulationSettings.DEFAULT_LAST_MONTH;
  private static final String KEY = "0f".repeat(32);

  @TempDir static Path folder;

  private static List<Path> files = List.of();
  private static List<String> expected = List.of();

  @BeforeAll
  static void publishInOrder() throws IOException {
    Path feeds = folder.resolve("feeds");
    Simulation.run(SimulationSettings.of(300, 6, 11, feeds));
    try (Stream<Path> walk = Files.walk(feeds)) {
      files = walk.filter(f -> f.getFileName().toString().contains(".csv")).sorted().toList();
    }
    Path home = folder.resolve("in-order");
    receive(home, List.of(feeds), 2);
    expected = published(home, 2);
    assertThat(expected.get(0)).contains(",retention,").contains(",continuous,");
  }

  private static void receive(Path home, List<Path> paths, int partitions) {
    List<String> command = new ArrayList<>(List.of("receive", "--home", home.toString()));
    command.add("--spark.throughline.curate.partitions=" + partitions);
    paths.forEach(path -> command.add(path.toString()));
    run(command);
  }

  private static List<String> published(Path home, int partitions) throws IOException {
    run(
        List.of(
            "month",
            MONTH.toString(),
            "--home",
            home.toString(),
            "--throughline.small-cell=1",
            "--spark.throughline.curate.partitions=" + partitions));
    Path month = home.resolve("reports").resolve(MONTH.toString());
    return List.of(
        Files.readString(month.resolve("figures.csv")),
        Files.readString(month.resolve("curves.csv")));
  }

  private static void run(List<String> command) {
    Session session = new Session(Map.of("THROUGHLINE_KEY", KEY), Optional.empty());
    int code = session.run(command.toArray(String[]::new));
    assertThat(code).as(session.err()).isZero();
  }

  private static List<String> lines(Path file) throws IOException {
    if (file.toString().endsWith(".gz")) {
      try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      }
    }
    return Files.readString(file).lines().toList();
  }

  private static Path write(Path file, List<String> lines) throws IOException {
    Files.createDirectories(file.getParent());
    byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    if (!file.toString().endsWith(".gz")) {
      return Files.write(file, bytes);
    }
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(bytes);
    }
    return file;
  }

  private static boolean isInsideQuotes(List<String> lines) {
    return lines.stream().flatMapToInt(String::chars).filter(c -> c == '"').count() % 2 == 1;
  }

  /** The folder's month says as of when a file speaks, whatever the file is called. */
  private static Path under(String name, Path file, String suffix) {
    String feed = file.getFileName().toString().split("-", 2)[0];
    int number = files.indexOf(file);
    return folder
        .resolve(name)
        .resolve(file.getParent().getFileName().toString())
        .resolve("%s_%04d%s".formatted(feed, number, suffix));
  }

  @Test
  void inReverseOneMonthAfterTheOtherAndOnePartition() throws IOException {
    List<Path> months = new ArrayList<>(files.stream().map(Path::getParent).distinct().toList());
    Collections.reverse(months);
    Path home = folder.resolve("reversed");
    for (Path month : months) {
      receive(home, List.of(month), 1);
    }
    assertThat(published(home, 1)).isEqualTo(expected);
  }

  @Test
  void renamedCutInTwoPackedOrUnpackedAndSevenPartitions() throws IOException {
    for (Path file : files) {
      List<String> lines = lines(file);
      int middle = 1 + (lines.size() - 1) / 2;
      while (isInsideQuotes(lines.subList(0, middle))) {
        middle++;
      }
      List<String> second = new ArrayList<>(lines.subList(middle, lines.size()));
      second.add(0, lines.get(0));
      write(under("renamed", file, "-a.csv.gz"), lines.subList(0, middle));
      write(under("renamed", file, "-b.csv"), second);
    }
    Path home = folder.resolve("renamed-home");
    receive(home, List.of(folder.resolve("renamed")), 7);
    assertThat(published(home, 7)).isEqualTo(expected);
  }
}
