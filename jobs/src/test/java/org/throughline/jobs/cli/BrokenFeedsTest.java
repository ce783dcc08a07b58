package org.throughline.jobs.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.throughline.jobs.home.Home;

/**
 * Every file of {@code sample-data/broken} goes through the real command, and its table says what
 * must come of it. Files with one source and one exit code are received together: each start of
 * Spark costs seconds.
 */
class BrokenFeedsTest {
  private static final Path BROKEN = Path.of("..", "sample-data", "broken");
  private static final Path TABLE = BROKEN.resolve("README.md");
  private static final String IDS = "zz-";

  @TempDir static Path folder;

  /** What was printed for a file. */
  private record Told(String message, String state, int code) {}

  /** A row of the table. */
  record Case(String file, String source, String wrong, String message, int code) {
    static Case of(String row) {
      String[] cells = row.split(" \\| ");
      return new Case(
          cells[0].replaceAll("[|` ]", ""),
          cells[1],
          cells[2],
          cells[3].replace("\\|", "|"),
          Integer.parseInt(cells[4].replaceAll("[| ]", "")));
    }

    String row(String printed) {
      return "| `%s` | %s | %s | %s | %d |"
          .formatted(file, source, wrong, printed.replace("|", "\\|"), code);
    }

    @Override
    public String toString() {
      return file;
    }
  }

  private static final Map<String, Told> TOLD = new HashMap<>();
  private static final StringBuilder PRINTED = new StringBuilder();

  static List<Case> cases() throws IOException {
    return Files.readAllLines(TABLE, UTF_8).stream()
        .filter(line -> line.startsWith("| `"))
        .map(Case::of)
        .toList();
  }

  @BeforeAll
  static void receiveAll() throws IOException {
    Home home = Home.at(folder.resolve("home"));
    Files.createDirectories(home.sources());
    try (Stream<Path> profiles = Files.list(BROKEN.resolve("sources"))) {
      for (Path profile : profiles.toList()) {
        Files.copy(profile, home.sources().resolve(profile.getFileName()));
      }
    }
    Map<String, List<Case>> together =
        cases().stream()
            .collect(
                Collectors.groupingBy(
                    one -> one.source() + " " + one.code(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    for (List<Case> some : together.values()) {
      receive(home, some);
    }
    PRINTED.append(Files.readString(home.logFile(), UTF_8));
    if (System.getProperty("throughline.renew-broken") != null) {
      renew();
    }
  }

  private static void receive(Home home, List<Case> some) {
    List<String> command =
        new ArrayList<>(
            List.of("receive", "--home", home.root().toString(), "--source", some.get(0).source()));
    some.forEach(one -> command.add(BROKEN.resolve(one.file()).toString()));
    Session session = Session.plain();
    int code = session.run(command.toArray(String[]::new));
    PRINTED.append(session.err()).append(session.out());
    for (Case one : some) {
      String start = "  " + one.file();
      String message =
          session
              .err()
              .lines()
              .filter(line -> line.startsWith(start + ": ") || line.startsWith(start + ", line"))
              .map(line -> line.substring(start.length() + 2))
              .collect(Collectors.joining(" // "));
      String state =
          session
              .out()
              .lines()
              .filter(line -> line.contains(" " + one.file() + " "))
              .map(line -> line.strip().replaceFirst(".* ", ""))
              .collect(Collectors.joining());
      TOLD.put(one.file(), new Told(message, state, code));
    }
  }

  private static void renew() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(TABLE, UTF_8)) {
      if (line.startsWith("| `")) {
        Case one = Case.of(line);
        lines.add(one.row(TOLD.get(one.file()).message()));
      } else {
        lines.add(line);
      }
    }
    Files.write(TABLE, lines, UTF_8);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void saysWhatTheTableSays(Case one) {
    Told told = TOLD.get(one.file());
    assertThat(told.message()).isEqualTo(one.message());
    assertThat(told.code()).isEqualTo(one.code());
    assertThat(told.state()).isEqualTo(one.code() == 0 ? "taken" : "refused");
  }

  @Test
  void everyFileHasItsRowAndThereAreAtLeastFifty() throws IOException {
    try (Stream<Path> files = Files.list(BROKEN)) {
      assertThat(
              files
                  .filter(Files::isRegularFile)
                  .map(file -> file.getFileName().toString())
                  .filter(name -> !name.equals("README.md")))
          .containsExactlyInAnyOrderElementsOf(cases().stream().map(Case::file).toList())
          .hasSizeGreaterThanOrEqualTo(50);
    }
  }

  /** The ids are in the files, so that not finding them elsewhere means something. */
  @Test
  void noIdentifierIsPrintedOrLogged() throws IOException {
    assertThat(Files.readString(BROKEN.resolve("checkins-short-row.csv"), UTF_8)).contains(IDS);
    assertThat(PRINTED.toString().toLowerCase(java.util.Locale.ROOT))
        .contains("checkins-short-row.csv")
        .doesNotContain(IDS);
  }
}
