package org.throughline.jobs.month;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

class MonthRunsTest {
  private static JobParametersBuilder run(String month, String files) {
    return new JobParametersBuilder().addString("month", month).addString("files", files);
  }

  @Test
  void aRunIsKnownByTheValuesOfAllThatIsWanted() {
    JobParameters found = run("2025-05", "a").addString("started", "now").toJobParameters();
    assertThat(MonthRuns.isSame(found, run("2025-05", "a").toJobParameters())).isTrue();
    assertThat(MonthRuns.isSame(found, run("2025-04", "a").toJobParameters())).isFalse();
    assertThat(MonthRuns.isSame(found, run("2025-05", "b").toJobParameters())).isFalse();
    assertThat(MonthRuns.isSame(run("2025-05", "a").toJobParameters(), found)).isFalse();
  }
}
