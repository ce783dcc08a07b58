package org.throughline.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AsOfTest {
  private static final LocalDate ARRIVAL = LocalDate.of(2026, 3, 9);

  private static LocalDate asOf(String path) {
    return AsOf.of(Path.of(path), Optional.empty(), ARRIVAL);
  }

  @Test
  void whatTheOperatorSaysComesFirst() {
    LocalDate given = LocalDate.of(2025, 1, 15);
    assertThat(AsOf.of(Path.of("/in/2025-06/episodes_2025-05.csv"), Optional.of(given), ARRIVAL))
        .isEqualTo(given);
  }

  @Test
  void thenTheFileNameThenTheInnermostFolder() {
    assertThat(asOf("/in/2025-06/episodes_2025-02.csv")).isEqualTo(LocalDate.of(2025, 2, 28));
    assertThat(asOf("/2023-01/2024-02/north/episodes.csv")).isEqualTo(LocalDate.of(2024, 2, 29));
    assertThat(asOf("/in/episodes.csv")).isEqualTo(ARRIVAL);
  }

  @Test
  void onlyMonthsCount() {
    assertThat(asOf("/in/episodes_2025-13.csv")).isEqualTo(ARRIVAL);
    assertThat(asOf("/in/episodes_12025-12.csv")).isEqualTo(ARRIVAL);
    assertThat(asOf("/in/episodes_2025-123.csv")).isEqualTo(ARRIVAL);
    assertThat(asOf("/in/episodes_2025-12-24.csv")).isEqualTo(LocalDate.of(2025, 12, 31));
    assertThat(asOf("/in/episodes_2025-01_to_2025-03.csv")).isEqualTo(LocalDate.of(2025, 3, 31));
  }
}
