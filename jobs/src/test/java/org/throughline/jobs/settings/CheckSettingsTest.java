package org.throughline.jobs.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throughline.check.Check;
import org.throughline.check.CheckRule;
import org.throughline.check.CheckRules;
import org.throughline.figure.FindingLevel;
import org.throughline.jobs.Halt;

class CheckSettingsTest {
  @TempDir Path folder;

  private Settings read(Map<String, String> commandLine, Map<String, String> variables) {
    return SettingsReader.read(
        SettingsReader.environment(commandLine, variables, folder.resolve("throughline.yml")));
  }

  @Test
  void withoutAnySettingTheShippedRulesHold() {
    CheckRules checks = read(Map.of(), Map.of()).checks();
    assertThat(checks).isEqualTo(CheckRules.shipped());
    assertThat(checks.of(Check.REJECTED_ROWS))
        .isEqualTo(new CheckRule(Optional.of(FindingLevel.STOP), 0.05, 2));
  }

  @Test
  void oneSettingLeavesTheOthersOfItsCheck() throws IOException {
    Files.writeString(
        folder.resolve("throughline.yml"),
        "throughline:\n  checks:\n    volume:\n      level: off\n    duplicates:\n      limit: 0.5\n");
    CheckRules checks =
        read(
                Map.of("throughline.checks.missing-site.least", "30"),
                Map.of("THROUGHLINE_CHECKS_REJECTEDROWS_LEVEL", "warn"))
            .checks();
    assertThat(checks.of(Check.VOLUME).level()).isEmpty();
    assertThat(checks.of(Check.VOLUME).limit()).isEqualTo(0.4);
    assertThat(checks.of(Check.DUPLICATES))
        .isEqualTo(new CheckRule(Optional.of(FindingLevel.WARN), 0.5, 10));
    assertThat(checks.of(Check.MISSING_SITE).least()).isEqualTo(30);
    assertThat(checks.of(Check.REJECTED_ROWS).level()).contains(FindingLevel.WARN);
  }

  @Test
  void theyArePartOfWhatIsPublished() {
    assertThat(read(Map.of(), Map.of()).published())
        .isNotEqualTo(read(Map.of("throughline.checks.volume.limit", "0.3"), Map.of()).published());
  }

  @ParameterizedTest
  @CsvSource({
    "volume.level,loud,'must be off, note, warn or stop'",
    "volume.limit,-1,must be 0 or more",
    "volume.least,0,must be 1 or more",
    "missing-site.limit,0.1,this check has no limit",
    "volumes.level,warn,there is no such setting",
    "volume.limit,much,cannot be used"
  })
  void whatCannotBeUsedIsNamed(String key, String value, String message) {
    assertThatThrownBy(() -> read(Map.of("throughline.checks." + key, value), Map.of()))
        .isInstanceOf(Halt.class)
        .hasMessageContaining("throughline.checks." + key)
        .hasMessageContaining(message);
  }
}
