package org.throughline.jobs.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunHistoryTest {
  @ParameterizedTest
  @CsvSource({
    "COMPLETED, completed, false",
    "FAILED, failed, true",
    "STOPPED, stopped, true",
    "STARTED, broken off, true",
    "STOPPING, broken off, true"
  })
  void aRunThatNeverToldItsEndWasBrokenOff(String state, String ending, boolean unfinished) {
    RunHistory.Run run =
        new RunHistory.Run("2026-03", Optional.empty(), Optional.empty(), state, "curate");
    assertThat(run.ending()).isEqualTo(ending);
    assertThat(run.isUnfinished()).isEqualTo(unfinished);
  }
}
