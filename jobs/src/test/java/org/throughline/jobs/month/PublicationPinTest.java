package org.throughline.jobs.month;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.episode.EpisodeColumn;
import org.throughline.episode.FoldRules;
import org.throughline.episode.FoldRules.RefusedTest;
import org.throughline.episode.Tiers;
import org.throughline.measure.MeasurePlan;

class PublicationPinTest {
  @TempDir Path folder;

  private static PublicationPin pin(RefusedTest refused) {
    return new PublicationPin(
        new MeasurePlan(
            YearMonth.of(2025, 6),
            new FoldRules(6, 14, 20, refused),
            Tiers.asam(),
            24,
            List.of(EpisodeColumn.SEX)),
        2,
        "Harbor",
        11,
        "month-2025-06-2",
        7,
        "none",
        3,
        new TreeMap<>(),
        new TreeMap<>(),
        0,
        "a",
        "b");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("pin.json"), text);
  }

  @Test
  void whatIsReadIsWhatWasWritten() throws IOException {
    for (RefusedTest refused : RefusedTest.values()) {
      PublicationPin read = PublicationPin.read(file(pin(refused).text()));
      assertThat(read.plan().rules()).isEqualTo(pin(refused).plan().rules());
      assertThat(read.text()).isEqualTo(pin(refused).text());
    }
  }

  /** Editions that were published before there was a choice read a refused test as use. */
  @Test
  void aPinThatDoesNotNameTheRuleForRefusedTestsIsOneUnderWhichTheyAreUse() throws IOException {
    String text = pin(RefusedTest.USE).text();
    String earlier = text.replaceFirst("  \"refused_test\" : \"use\",\n", "");
    assertThat(earlier).isNotEqualTo(text);
    assertThat(PublicationPin.read(file(earlier)).text()).isEqualTo(text);
  }

  @Test
  void whatIsNoPinIsNamed() throws IOException {
    Path file = file(pin(RefusedTest.USE).text().replace("\"use\"", "\"perhaps\""));
    assertThatThrownBy(() -> PublicationPin.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(file + " is no pin: ");
  }
}
