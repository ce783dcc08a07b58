package org.throughline.jobs.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.jobs.Exit;
import org.throughline.jobs.Halt;

class HomeLockTest {
  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00.123Z");

  @TempDir Path folder;

  private Home home = new Home(Path.of(""));

  @BeforeEach
  void open() {
    home = Home.at(folder);
  }

  @Test
  void aSecondRunIsToldWhoRunsSinceWhenAndAtWhat() throws IOException {
    try (HomeLock lock = HomeLock.take(home, "month 2026-03", NOW)) {
      lock.at("curate");
      assertThatThrownBy(() -> HomeLock.take(home, "receive", NOW))
          .isInstanceOfSatisfying(Halt.class, h -> assertThat(h.exit()).isEqualTo(Exit.FAILED))
          .hasMessageContaining("month 2026-03, process " + ProcessHandle.current().pid())
          .hasMessageContaining("since 2026-11-24T08:00:00Z, at curate")
          .hasMessageContaining("run again");
      assertThat(HomeLock.holderOf(home)).hasValueSatisfying(h -> assertThat(h).contains("curate"));
    }
    assertThat(HomeLock.holderOf(home)).isEmpty();
    HomeLock.take(home, "receive", NOW).close();
  }

  @Test
  void theLockBindsOtherProcessesAndGoesWithItsHolder() throws IOException, InterruptedException {
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                LockHolder.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      assertThat(other.inputReader().readLine()).isEqualTo("taken");
      assertThatThrownBy(() -> HomeLock.take(home, "receive", NOW))
          .isInstanceOf(Halt.class)
          .hasMessageContaining("another process, process " + other.pid());
    } finally {
      other.destroyForcibly();
      assertThat(other.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(HomeLock.holderOf(home)).isEmpty();
    HomeLock.take(home, "receive", NOW).close();
  }
}
