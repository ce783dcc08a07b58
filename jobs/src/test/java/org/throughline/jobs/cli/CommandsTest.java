package org.throughline.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {
  @TempDir Path folder;

  private final Session session = Session.plain();

  @Test
  void anUnknownCommandIsNamedWithThoseThatThereAre() {
    assertThat(session.run("backfil", "2026-01")).isEqualTo(2);
    assertThat(session.err())
        .contains("There is no command 'backfil'")
        .contains("sample, receive, month, backfill, figures, verify, tables, status, simulate")
        .contains("throughline --help");
    assertThat(session.out()).isEmpty();
  }

  @Test
  void withoutACommandTheUsageIsShown() {
    assertThat(session.run()).isEqualTo(2);
    assertThat(session.err()).contains("Usage: throughline").contains("month");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sample",
        "receive",
        "month",
        "backfill",
        "figures",
        "verify",
        "tables",
        "status",
        "simulate"
      })
  void everyCommandExplainsItself(String command) {
    assertThat(session.run(command, "--help")).isZero();
    assertThat(session.out()).startsWith("Usage: throughline " + command);
    assertThat(session.err()).isEmpty();
  }

  @Test
  void theHelpNamesSettingsAndExitCodes() {
    assertThat(session.run("--help")).isZero();
    assertThat(session.out()).contains("throughline.cohort-months").contains("5 failed");
  }

  @Test
  void aMonthThatIsNoneIsRefused() {
    assertThat(session.run("month", "2026-13", "--home", folder.toString())).isEqualTo(2);
    assertThat(session.err()).contains("'2026-13' is no month").contains("month --help");
  }

  @Test
  void aMissingHomeIsAskedFor() {
    assertThat(session.run("status")).isEqualTo(2);
    assertThat(session.err()).contains("--home");
  }

  @Test
  void aHomeThatIsNotThereIsNamed() {
    Path nowhere = folder.resolve("nowhere");
    assertThat(session.run("status", "--home", nowhere.toString())).isEqualTo(2);
    assertThat(session.err()).contains("There is no home at " + nowhere);
    assertThat(nowhere).doesNotExist();
  }

  @Test
  void aSettingWithoutValueIsRefused() {
    assertThat(session.run("status", "--home", "x", "--throughline.cohort-months")).isEqualTo(2);
    assertThat(session.err()).contains("--throughline.cohort-months needs a value");
  }

  @Test
  void aBadSettingIsNamedWithItsValueBeforeAnythingIsStarted() {
    int code =
        session.run(
            "month", "2026-03", "--home", folder.toString(), "--throughline.silence-days=many");
    assertThat(code).isEqualTo(2);
    assertThat(session.err()).contains("throughline.silence-days = many").contains("whole number");
    assertThat(folder.resolve("pseudonym.key")).doesNotExist();
  }

  @Test
  void aFeedFileThatIsNotThereIsNamed() {
    int code = session.run("receive", "--home", folder.toString(), "no-such.csv");
    assertThat(code).isEqualTo(2);
    assertThat(session.err()).contains("there is no file or folder no-such.csv");
  }

  @Test
  void aSourceWithoutProfileIsNamedWithThoseThatThereAreBeforeAnythingIsStarted()
      throws IOException {
    Path feeds = Files.createDirectories(folder.resolve("feeds"));
    Files.writeString(feeds.resolve("episodes.csv"), "episode_id\n");
    Path home = folder.resolve("home");
    int code =
        session.run(
            "month",
            "2026-03",
            "--home",
            home.toString(),
            "--source",
            "nobody",
            "--receive",
            feeds.toString());
    assertThat(code).isEqualTo(2);
    assertThat(session.err())
        .contains("there is no source profile nobody; there are canonical, ctn, harbor")
        .endsWith(".\n");
    assertThat(home.resolve("lake")).doesNotExist();
    assertThat(home.resolve("pseudonym.key")).doesNotExist();
  }

  @Test
  void aFolderWithoutAFeedIsNamed() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    Path home = folder.resolve("home");
    assertThat(session.run("receive", "--home", home.toString(), empty.toString())).isEqualTo(2);
    assertThat(session.err()).isEqualTo("There is no feed file in " + empty + ".\n");
    assertThat(session.out()).isEmpty();
    assertThat(
            session.run(
                "month", "2026-03", "--home", home.toString(), "--receive", empty.toString()))
        .isEqualTo(2);
    assertThat(home.resolve("lake")).doesNotExist();
  }

  @Test
  void aFormatThatIsNoneIsRefused() {
    int code = session.run("figures", "--home", folder.toString(), "--format", "xml");
    assertThat(code).isEqualTo(2);
    assertThat(session.err()).contains("'xml' is none of table, csv, json");
    assertThat(session.run("figures", "--home", folder.toString(), "--format", "CSV")).isEqualTo(2);
    assertThat(session.err()).contains("is no home");
  }

  @Test
  void anEmptyHomeHasNothingToShow() throws IOException {
    Files.createDirectories(folder.resolve("jobs"));
    assertThat(session.run("status", "--home", folder.toString())).isZero();
    assertThat(session.out())
        .contains("No run works on it now.", "Nothing was received yet.", "No month is published");
    assertThat(session.run("status", "--home", folder.toString(), "--json")).isZero();
    assertThat(session.out()).contains("\"running\" : null").contains("\"deliveries\" : [ ]");
    assertThat(session.run("figures", "--home", folder.toString())).isEqualTo(2);
    assertThat(session.err()).contains("No month is published");
  }

  @Test
  void theSampleNeedsAClone() {
    assertThat(session.run("sample", "--home", folder.toString())).isEqualTo(2);
    Session bare = new Session(Map.of(), Optional.of(folder));
    assertThat(bare.run("sample", "--home", folder.toString())).isEqualTo(2);
    assertThat(bare.err()).contains("There are no sample feeds in " + folder);
  }

  @Test
  void aSimulationOfNobodyIsRefused() {
    int code =
        session.run(
            "simulate",
            "--clients",
            "0",
            "--months",
            "3",
            "--seed",
            "1",
            "--out",
            folder.resolve("out").toString());
    assertThat(code).isEqualTo(2);
    assertThat(session.err()).contains("clients");
    assertThat(folder.resolve("out")).doesNotExist();
  }
}
