package org.throughline.jobs.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.episode.EpisodeColumn;
import org.throughline.episode.FoldRules;
import org.throughline.episode.FoldRules.RefusedTest;
import org.throughline.episode.Tier;
import org.throughline.feed.FeedLimits;
import org.throughline.jobs.Exit;
import org.throughline.jobs.Halt;
import org.throughline.report.page.PageLocale;
import org.throughline.report.pdf.Paper;

class SettingsReaderTest {
  @TempDir Path folder;

  private Path file = Path.of("");

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("throughline.yml");
  }

  @Test
  void withoutAnySettingTheDefaultsHold() {
    Settings settings = read(Map.of(), Map.of());
    assertThat(settings.rules()).isEqualTo(FoldRules.DEFAULT);
    assertThat(settings.smallCell()).isEqualTo(11);
    assertThat(settings.tiers().spelledOut()).isEqualTo("OP, OTP, IOP, HIOP, RES");
    assertThat(settings.keyFile()).isEmpty();
    assertThat(settings.spark()).isEmpty();
  }

  @Test
  void theCommandLineWinsOverTheEnvironmentAndThatOverTheFile() throws IOException {
    Files.writeString(
        file,
        "throughline:\n  program: Harbor\n  cohort-months: 1\n  silence-days: 1\n  landmark-day: 1\n");
    Settings settings =
        read(
            Map.of("throughline.cohort-months", "3"),
            Map.of("THROUGHLINE_COHORT_MONTHS", "2", "THROUGHLINE_SILENCE_DAYS", "2"));
    assertThat(settings.program()).isEqualTo("Harbor");
    assertThat(settings.rules()).isEqualTo(new FoldRules(3, 2, 1));
  }

  @Test
  void sparksKeysComeFromTheFileAndTheCommandLine() throws IOException {
    Files.writeString(file, "spark:\n  sql.shuffle.partitions: 4\n  executor:\n    memory: 1g\n");
    Settings settings =
        read(Map.of("spark.sql.shuffle.partitions", "2"), Map.of("SPARK_HOME", "/nowhere"));
    assertThat(settings.spark())
        .isEqualTo(Map.of("spark.sql.shuffle.partitions", "2", "spark.executor.memory", "1g"));
  }

  @Test
  void limitsAreSizesAndNumbers() throws IOException {
    assertThat(read(Map.of(), Map.of()).limits()).isEqualTo(FeedLimits.DEFAULT);
    Files.writeString(file, "throughline:\n  limits:\n    row: 16MB\n    columns: 50\n");
    Settings settings = read(Map.of("throughline.limits.files", "7"), Map.of());
    assertThat(settings.limits()).isEqualTo(new FeedLimits(16 << 20, 50, 64L << 30, 200, 7));
    assertThatThrownBy(() -> read(Map.of("throughline.limits.row", "big"), Map.of()))
        .isInstanceOf(Halt.class)
        .hasMessageContaining("throughline.limits.row = big");
    assertThatThrownBy(() -> read(Map.of("throughline.limits.ratio", "0"), Map.of()))
        .isInstanceOf(Halt.class)
        .hasMessageContaining("throughline.limits.ratio is 0, but must be 1 or more");
    assertThatThrownBy(() -> read(Map.of("throughline.limits.rows", "1"), Map.of()))
        .isInstanceOf(Halt.class)
        .hasMessageContaining("there is no such setting")
        .hasMessageContaining("limits.row");
  }

  @Test
  void theReportsLocaleIsOneOfThose() throws IOException {
    assertThat(read(Map.of(), Map.of()).locale()).isEqualTo(PageLocale.EN);
    assertThat(read(Map.of(), Map.of()).published()).doesNotContainKey("report.locale");
    Files.writeString(file, "throughline:\n  report:\n    locale: en-us\n");
    Settings settings = read(Map.of(), Map.of());
    assertThat(settings.locale()).isEqualTo(PageLocale.EN_US);
    assertThat(settings.published()).containsEntry("report.locale", "en-US");
    assertThatThrownBy(() -> read(Map.of("throughline.report.locale", "de"), Map.of()))
        .isInstanceOfSatisfying(Halt.class, h -> assertThat(h.exit()).isEqualTo(Exit.USAGE))
        .hasMessage("throughline.report.locale is de, but must be one of en, en-US, en-GB.");
  }

  @Test
  void thePaperIsOneOfTwo() throws IOException {
    assertThat(read(Map.of(), Map.of()).paper()).isEqualTo(Paper.A4);
    assertThat(read(Map.of(), Map.of()).published()).doesNotContainKey("paper");
    Files.writeString(file, "throughline:\n  paper: Letter\n");
    Settings settings = read(Map.of(), Map.of());
    assertThat(settings.paper()).isEqualTo(Paper.LETTER);
    assertThat(settings.published()).containsEntry("paper", "letter");
    assertThatThrownBy(() -> read(Map.of("throughline.paper", "a5"), Map.of()))
        .isInstanceOfSatisfying(Halt.class, h -> assertThat(h.exit()).isEqualTo(Exit.USAGE))
        .hasMessage("throughline.paper is a5, but must be a4 or letter.");
  }

  @Test
  void groupsAreColumnsOfTheEpisodesFeed() throws IOException {
    assertThat(read(Map.of(), Map.of()).groups()).isEmpty();
    Files.writeString(file, "throughline:\n  groups: [sex, Age-Group, sex]\n");
    Settings settings = read(Map.of(), Map.of());
    assertThat(settings.groups()).containsExactly(EpisodeColumn.AGE_GROUP, EpisodeColumn.SEX);
    assertThat(settings.published()).containsEntry("groups", "age_group, sex");
    assertThatThrownBy(() -> read(Map.of("throughline.groups", "height"), Map.of()))
        .isInstanceOf(Halt.class)
        .hasMessageContaining("there is no column height")
        .hasMessageContaining("primary_substance");
  }

  @Test
  void aRefusedTestIsUseOrSaysNothing() throws IOException {
    assertThat(read(Map.of(), Map.of()).rules().refusedTest()).isEqualTo(RefusedTest.USE);
    assertThat(read(Map.of(), Map.of()).published()).containsEntry("refused-test", "use");
    Files.writeString(file, "throughline:\n  refused-test: unknown\n");
    Settings settings = read(Map.of(), Map.of());
    assertThat(settings.rules()).isEqualTo(new FoldRules(12, 30, 30, RefusedTest.UNKNOWN));
    assertThat(settings.published()).containsEntry("refused-test", "unknown");
    assertThatThrownBy(() -> read(Map.of("throughline.refused-test", "positive"), Map.of()))
        .isInstanceOf(Halt.class)
        .hasMessage(
            "throughline.refused-test = positive cannot be used: use or unknown is expected.");
  }

  @Test
  void tiersAreReadInTheirOrder() throws IOException {
    Files.writeString(
        file,
        """
        throughline:
          tiers:
            - code: LOW
              label: Weekly
              aliases: ["1", standard]
            - code: HIGH
              floor-hours: 9
        """);
    Settings settings = read(Map.of(), Map.of());
    assertThat(settings.tiers().inOrder()).extracting(Tier::code).containsExactly("LOW", "HIGH");
    assertThat(settings.tiers().named("Standard").map(Tier::label)).contains("Weekly");
    assertThat(settings.tiers().named("high").orElseThrow().floorHours()).hasValue(9);
    assertThat(settings.tiers().named("high").map(Tier::label)).contains("HIGH");
  }

  @Test
  void aSettingThatDoesNotExistIsNamedWithThoseThatDo() {
    assertThatThrownBy(() -> read(Map.of("throughline.cohort-month", "3"), Map.of()))
        .isInstanceOfSatisfying(Halt.class, h -> assertThat(h.exit()).isEqualTo(Exit.USAGE))
        .hasMessageContaining("throughline.cohort-month = 3")
        .hasMessageContaining("cohort-months, silence-days");
  }

  @Test
  void unknownVariablesOfTheEnvironmentAreNoneOfOurBusiness() {
    assertThat(
            read(Map.of(), Map.of("THROUGHLINE_JAVA_OPTS", "-Xmx1g", "THROUGHLINE_KEY", "ff"))
                .published())
        .isEqualTo(read(Map.of(), Map.of()).published());
  }

  @Test
  void aValueThatCannotBeUsedIsNamedWithItsPlace() throws IOException {
    Files.writeString(file, "throughline:\n  landmark-day: soon\n");
    assertThatThrownBy(() -> read(Map.of(), Map.of()))
        .isInstanceOf(Halt.class)
        .hasMessageContaining("throughline.landmark-day = soon")
        .hasMessageContaining(file.toString());
    Files.delete(file);
    assertThatThrownBy(() -> read(Map.of("throughline.cohort-months", "0"), Map.of()))
        .isInstanceOf(Halt.class)
        .hasMessageContaining("throughline.cohort-months is 0, but must be 1 or more");
  }

  @Test
  void aFileThatIsNoYamlIsNamed() throws IOException {
    Files.writeString(file, "throughline: [\n");
    assertThatThrownBy(() -> read(Map.of(), Map.of()))
        .isInstanceOf(Halt.class)
        .hasMessageStartingWith(file + " cannot be read: ");
  }

  @Test
  void whatFiguresDependOnIsPublished() {
    Settings settings = read(Map.of("throughline.silence-days", "0"), Map.of());
    assertThat(settings.published())
        .containsEntry("silence-days", "0")
        .containsEntry("small-cell", "11")
        .containsKeys("cohort-months", "landmark-day", "tiers", "program");
  }

  private Settings read(Map<String, String> commandLine, Map<String, String> variables) {
    return SettingsReader.read(SettingsReader.environment(commandLine, variables, file));
  }
}
