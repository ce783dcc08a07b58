package org.throughline.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.jobs.home.Home;
import org.throughline.jobs.home.RunHistory;
import org.throughline.report.file.PublicationJson;
import org.throughline.sampledata.simulator.Simulation;
import org.throughline.sampledata.simulator.SimulationSettings;

/** One home's life, command after command, on the real flow and a few simulated clients. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MonthTest {
  private static final YearMonth MONTH = SimulationSettings.DEFAULT_LAST_MONTH;

  @TempDir static Path folder;

  private static Path feeds = Path.of("");
  private static Home home = new Home(Path.of(""));

  private final Session session = Session.plain();

  @BeforeAll
  static void simulate() throws IOException {
    feeds = folder.resolve("feeds");
    Simulation.run(SimulationSettings.of(150, 4, 7, feeds));
    home = new Home(folder.resolve("a home"));
  }

  private int month(String... more) {
    List<String> command =
        Stream.concat(
                Stream.of("month", MONTH.toString(), "--home", home.root().toString()),
                Stream.of(more))
            .toList();
    return session.run(command.toArray(String[]::new));
  }

  private int monthWithFeeds() {
    return month("--receive", feeds.toString());
  }

  private Path published() {
    return home.reports().resolve(MONTH.toString());
  }

  @Test
  @Order(1)
  void aStepThatFailsEndsTheRunWithItsCauseAndTheLog() throws Exception {
    Files.createDirectories(home.root());
    Files.writeString(home.reports(), "a file in the way of the folder");
    assertThat(monthWithFeeds()).as(session.err()).isEqualTo(5);
    assertThat(session.err())
        .contains("The step render failed: ")
        .contains("The same command resumes there. Log: " + home.logFile())
        .doesNotContain("\tat ")
        .doesNotContain("WARN");
    assertThat(session.out()).isEmpty();
    assertThat(RunHistory.latest(home, 5))
        .extracting(RunHistory.Run::state)
        .containsExactly("FAILED");
    assertThat(session.run("status", "--home", home.root().toString())).isZero();
    assertThat(session.out())
        .contains("The run of " + MONTH + " ended early (failed) at the step render");
  }

  @Test
  @Order(2)
  void theSameCommandResumesAtTheStepThatFailed() throws Exception {
    Files.delete(home.reports());
    assertThat(monthWithFeeds()).as(session.err()).isZero();
    assertThat(session.err().lines())
        .contains("Resuming the run of " + MONTH + " that ended early.", "render")
        .doesNotContain("receive", "curate", "measure", "publish");
    assertThat(session.out()).isEqualTo(published().resolve("index.html") + "\n");
    assertThat(published().resolve("index.html")).isNotEmptyFile();
    assertThat(PublicationJson.read(published()).edition()).isEqualTo(1);
    assertThat(PublicationJson.read(published()).differences(published())).isEmpty();
    assertThat(home.work())
        .satisfiesAnyOf(
            work -> assertThat(work).doesNotExist(),
            work ->
                assertThat(work.toFile().list((dir, name) -> name.startsWith("month-"))).isEmpty());
  }

  @Test
  @Order(3)
  void theSameDataIsNotPublishedTwice() throws Exception {
    FileTime before = Files.getLastModifiedTime(published().resolve("publication.json"));
    assertThat(monthWithFeeds()).as(session.err()).isZero();
    assertThat(session.err())
        .contains("already published from the same data")
        .doesNotContain("receive\n", "measure\n");
    assertThat(session.out()).isEqualTo(published().resolve("index.html") + "\n");
    assertThat(month()).as(session.err()).isZero();
    assertThat(session.err()).doesNotContain("receive\n");
    assertThat(RunHistory.latest(home, 5)).hasSize(2);
    assertThat(Files.getLastModifiedTime(published().resolve("publication.json")))
        .isEqualTo(before);
  }

  @Test
  @Order(4)
  void otherSettingsMakeANewEdition() throws Exception {
    assertThat(month("--throughline.refused-test=unknown")).as(session.err()).isZero();
    assertThat(PublicationJson.read(published()).edition()).isEqualTo(2);
    assertThat(PublicationJson.read(published()).settings())
        .containsEntry("refused-test", "unknown");
    assertThat(home.reports().resolve("editions").resolve(MONTH + ".1")).isDirectory();
    assertThat(session.run("figures", "--home", home.root().toString(), "--format", "csv"))
        .isZero();
    assertThat(session.out()).contains(MONTH + ",2,");
  }

  @Test
  @Order(5)
  void aRefusedFileStopsTheMonthBeforeItIsPublished() throws Exception {
    Path wrong = Files.createDirectories(folder.resolve("late/" + MONTH)).resolve("checkins.csv");
    Files.writeString(wrong, "checkin_id,checkin_on\n1,2025-06-01\n");
    assertThat(month("--receive", wrong.toString())).as(session.err()).isEqualTo(3);
    assertThat(session.err()).contains("checkins.csv: ").contains("episode_id");
    assertThat(PublicationJson.read(published()).edition()).isEqualTo(2);

    assertThat(session.run("receive", "--home", home.root().toString(), wrong.toString()))
        .isEqualTo(3);
    assertThat(session.out()).contains("checkins.csv").contains("refused");
  }

  @Test
  @Order(6)
  void aMonthWithoutAnyEpisodeIsNotPublished() {
    Path bare = folder.resolve("bare");
    assertThat(session.run("month", MONTH.toString(), "--home", bare.toString())).isEqualTo(3);
    assertThat(session.err()).contains("holds no episode yet. Receive the episodes feed");
    assertThat(bare.resolve("reports")).doesNotExist();
  }

  @Test
  @Order(7)
  void whatFailsOutsideAMonthIsInTheLogToo() throws IOException {
    Home blocked = new Home(folder.resolve("blocked"));
    Files.createDirectories(blocked.root());
    Files.writeString(blocked.lake(), "a file in the way of the folder");
    int code = session.run("receive", "--home", blocked.root().toString(), feeds.toString());
    assertThat(code).as(session.err()).isEqualTo(5);
    assertThat(session.err())
        .contains("Failed: ")
        .contains("Log: " + blocked.logFile())
        .doesNotContain("\tat ");
    assertThat(blocked.logFile()).content().contains("ERROR").contains("\tat org.throughline");
  }

  @Test
  @Order(8)
  void theSampleRunAgainDoesNothing() throws IOException {
    Path clone = folder.resolve("clone");
    Path shipped = Files.createDirectories(clone.resolve("sample-data").resolve("feeds"));
    Files.move(feeds, shipped.resolve("canonical"));
    Session sample = new Session(Map.of(), Optional.of(clone));
    assertThat(sample.run("sample")).as(sample.err()).isZero();
    assertThat(sample.err())
        .contains("Month " + MONTH.minusMonths(2) + ": 2 monthly deliveries arrived")
        .contains("Month " + MONTH + ": its delivery arrived");
    String pages = sample.out();
    assertThat(pages.lines()).hasSize(3).last().asString().endsWith(MONTH + "/index.html");

    assertThat(sample.run("sample")).as(sample.err()).isZero();
    assertThat(sample.out()).isEqualTo(pages);
    assertThat(sample.err()).contains("published before").doesNotContain("receive\n", "edition 2");

    assertThat(sample.run("sample", "--throughline.silence-days=45")).isZero();
    assertThat(sample.err().lines().filter(line -> line.contains("edition 2"))).hasSize(3);
  }

  @Test
  @Order(9)
  void theLogHoldsWhatTheConsoleDoesNot() throws IOException {
    assertThat(home.logFile()).isNotEmptyFile();
    assertThat(home.ownKeyFile()).exists();
    assertThat(home.logFile())
        .content()
        .doesNotContain(Files.readString(home.ownKeyFile()).strip());
  }
}
