package org.throughline.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MonthPageTest {

  @Test
  void looks() throws IOException {
    Files.writeString(Path.of("/tmp/pg/sample.html"), MonthPage.render(SampleReport.june2025()));
    Files.writeString(Path.of("/tmp/pg/cp.txt"), System.getProperty("java.class.path"));
    Files.writeString(Path.of("/tmp/pg/hard.html"), MonthPage.render(HardMonth.report()));
    assertThat(true).isTrue();
  }
}
