package org.throughline.report.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.report.page.HardMonth;
import org.throughline.report.page.SampleReport;

class MonthFolderTest {

  @TempDir private Path reports;

  /** Renames as the real one does, until it has moved so many folders; then the power goes. */
  private static Folders.Move failingAfter(int moves) {
    int[] left = {moves};
    return (from, to) -> {
      if (left[0] == 0) {
        throw new IOException("power went");
      }
      left[0]--;
      Folders.RENAME.move(from, to);
    };
  }

  private Path month() {
    return reports.resolve("2024-02");
  }

  private int edition() throws IOException {
    PublicationJson publication = PublicationJson.read(month());
    assertThat(publication.differences(month())).isEmpty();
    return publication.edition();
  }

  private boolean hasHidden() throws IOException {
    return Folders.inside(reports).stream()
        .anyMatch(f -> f.getFileName().toString().startsWith("."));
  }

  @Test
  void publishesEveryFileAndItsHash() throws IOException {
    Path folder = MonthFolder.write(SampleReport.june2025(), reports);
    PublicationJson publication = PublicationJson.read(folder);
    assertThat(publication.differences(folder)).isEmpty();
    assertThat(publication.files())
        .containsKeys(
            "index.html",
            "figures.csv",
            "codebook.csv",
            "fragility.csv",
            "codebook.html",
            "curves.csv",
            "charts/tiers-retention.svg",
            "charts/tiers-retention.png");
    assertThat(publication.files().keySet().stream().filter(f -> f.endsWith(".svg")).count())
        .isEqualTo(publication.files().keySet().stream().filter(f -> f.endsWith(".png")).count());
    byte[] png = Files.readAllBytes(folder.resolve("charts/tiers-retention.png"));
    assertThat(Arrays.copyOf(png, 4)).containsExactly(0x89, 'P', 'N', 'G');
    assertThat(publication.measures()).containsEntry("attendance", 2);
    assertThat(publication.settings()).containsEntry("silence_days", "30");
    assertThat(hasHidden()).isFalse();
  }

  @Test
  void keepsTheEarlierEditionWhole() throws IOException {
    MonthFolder.write(HardMonth.edition(1), reports);
    SortedMap<String, String> first = Digests.ofFolder(month(), "");
    MonthFolder.write(HardMonth.edition(2), reports);
    assertThat(edition()).isEqualTo(2);
    assertThat(Digests.ofFolder(reports.resolve("editions/2024-02.1"), "")).isEqualTo(first);
    assertThat(hasHidden()).isFalse();
  }

  @Test
  void theSameAgainChangesNothing() throws IOException {
    MonthFolder.write(HardMonth.edition(1), reports);
    Object key = Files.readAttributes(month(), "unix:ino").get("ino");
    MonthFolder.write(HardMonth.edition(1), reports);
    assertThat(Files.readAttributes(month(), "unix:ino").get("ino")).isEqualTo(key);
    assertThat(reports.resolve("editions")).doesNotExist();
    assertThat(hasHidden()).isFalse();
  }

  @Test
  void aDamagedCopyOfTheSameEditionIsReplaced() throws IOException {
    MonthFolder.write(HardMonth.edition(1), reports);
    Files.writeString(month().resolve("figures.csv"), "torn");
    MonthFolder.write(HardMonth.edition(1), reports);
    assertThat(edition()).isEqualTo(1);
    assertThat(hasHidden()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void aCrashAtEitherMoveIsMended(int moves) throws IOException {
    MonthFolder.write(HardMonth.edition(1), reports);
    MonthFolder crashing = new MonthFolder(reports, failingAfter(moves));
    assertThatThrownBy(() -> crashing.write(HardMonth.edition(2))).hasMessage("power went");
    if (moves == 0) {
      assertThat(edition()).isEqualTo(1);
    } else {
      assertThat(month()).doesNotExist();
    }
    MonthFolder.recover(reports);
    assertThat(edition()).isEqualTo(moves == 0 ? 1 : 2);
    assertThat(hasHidden()).isFalse();
    MonthFolder.write(HardMonth.edition(2), reports);
    assertThat(edition()).isEqualTo(2);
    assertThat(PublicationJson.read(reports.resolve("editions/2024-02.1")).edition()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void aCrashWhileTheSameEditionIsRewrittenIsMended(int moves) throws IOException {
    MonthFolder.write(HardMonth.edition(1), reports);
    Files.delete(month().resolve("curves.csv"));
    MonthFolder crashing = new MonthFolder(reports, failingAfter(moves));
    assertThatThrownBy(() -> crashing.write(HardMonth.edition(1))).hasMessage("power went");
    MonthFolder.write(HardMonth.edition(1), reports);
    assertThat(edition()).isEqualTo(1);
    assertThat(hasHidden()).isFalse();
  }

  @Test
  void halfWrittenFoldersAreNeverPutInPlace() throws IOException {
    Path half = Files.createDirectories(reports.resolve(".2024-02.1.new"));
    Files.writeString(half.resolve("index.html"), "half");
    MonthFolder.recover(reports);
    assertThat(month()).doesNotExist();
    assertThat(half).doesNotExist();
  }

  @Test
  void anEarlierEditionDoesNotReplaceALaterOne() throws IOException {
    MonthFolder.write(HardMonth.edition(2), reports);
    assertThatThrownBy(() -> MonthFolder.write(HardMonth.edition(1), reports))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("is edition 2; edition 1 cannot take its place");
    assertThat(edition()).isEqualTo(2);
  }

  @Test
  void aFolderThatIsNoPublicationIsLeftAlone() throws IOException {
    Files.createDirectories(month());
    Files.writeString(month().resolve("notes.txt"), "mine");
    assertThatThrownBy(() -> MonthFolder.write(HardMonth.edition(1), reports))
        .hasMessageContaining("holds no publication.json");
    assertThat(month().resolve("notes.txt")).hasContent("mine");
  }
}
