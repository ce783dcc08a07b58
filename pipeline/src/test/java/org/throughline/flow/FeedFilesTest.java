package org.throughline.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.feed.FeedLimits;

class FeedFilesTest {
  @TempDir Path folder;

  @Test
  void foldersAreWalkedInOrderOfNameAndWhatIsNoFeedIsListed() throws IOException {
    Path b = touch("x/b.csv");
    Path a = touch("y/a.csv.gz");
    Path readme = touch("README.md");
    Path truth = touch("truth.json");
    Path hidden = touch("x/.b.csv.crc");
    Path inHidden = touch(".git/c.csv");
    Path named = touch("other/profile.yml");

    FeedFiles found = FeedFiles.under(List.of(folder, named, a), FeedLimits.DEFAULT);

    assertThat(found.files()).containsExactly(a, b, named);
    assertThat(found.passedOver())
        .extracting(FeedFiles.PassedOver::path)
        .containsExactlyInAnyOrder(readme, truth, hidden, inHidden);
  }

  @Test
  void aGivenPathMayBeALinkAndALinkInsideMayNotLeadOut() throws IOException {
    Path inside = touch("in/2025-01/episodes.csv");
    Path outside = touch("elsewhere/checkins.csv");
    Path in = folder.resolve("in");
    Path again = Files.createSymbolicLink(in.resolve("2025-01/episodes-again.csv"), inside);
    Path out = Files.createSymbolicLink(in.resolve("checkins.csv"), outside);
    Path up = Files.createSymbolicLink(in.resolve("2025-01/up"), in);
    Path away = Files.createSymbolicLink(in.resolve("away"), outside.getParent());
    Path nowhere = Files.createSymbolicLink(in.resolve("gone.csv"), folder.resolve("gone"));

    FeedFiles found = FeedFiles.under(List.of(in), FeedLimits.DEFAULT);

    assertThat(found.files()).containsExactly(again, inside);
    assertThat(found.passedOver())
        .containsExactlyInAnyOrder(
            new FeedFiles.PassedOver(out, "a link that leads out of " + in),
            new FeedFiles.PassedOver(away, "a link that leads out of " + in),
            new FeedFiles.PassedOver(up, "a link to a folder or device"),
            new FeedFiles.PassedOver(nowhere, "a link that leads nowhere"));

    Path link = Files.createSymbolicLink(folder.resolve("2025-02"), in);
    assertThat(FeedFiles.under(List.of(link, out), FeedLimits.DEFAULT).files())
        .containsExactly(
            out, link.resolve("2025-01/episodes-again.csv"), link.resolve("2025-01/episodes.csv"));
    Path dotted = in.resolve("2025-01").resolve("..");
    assertThat(FeedFiles.under(List.of(dotted), FeedLimits.DEFAULT).files())
        .containsExactly(
            dotted.resolve("2025-01/episodes-again.csv"), dotted.resolve("2025-01/episodes.csv"));
  }

  @Test
  void pipesInFoldersAreNamedAndNotOpened() throws Exception {
    Path pipe = folder.resolve("checkins.csv");
    Process made = new ProcessBuilder("mkfifo", pipe.toString()).start();
    org.junit.jupiter.api.Assumptions.assumeTrue(made.waitFor() == 0, "no mkfifo here");
    Path file = touch("episodes.csv");
    FeedFiles found = FeedFiles.under(List.of(folder), FeedLimits.DEFAULT);
    assertThat(found.files()).containsExactly(file);
    assertThat(found.passedOverInWords()).containsExactly(pipe + " (a pipe or device)");
  }

  @Test
  void ofManyThatArePassedOverSomeAreNamed() throws IOException {
    for (int i = 0; i < 7; i++) {
      touch("notes-" + i + "\n.md");
    }
    assertThat(FeedFiles.under(List.of(folder), FeedLimits.DEFAULT).passedOverInWords())
        .singleElement()
        .asString()
        .contains("notes-4\\u000a.md and 2 more (no feed by its name)");
  }

  @Test
  void aDeliveryOfTooManyFilesIsRefused() throws IOException {
    for (int i = 0; i < 5; i++) {
      touch("episodes-" + i + ".csv");
    }
    FeedLimits four = new FeedLimits(1, 1, 1, 1, 4);
    assertThatThrownBy(() -> FeedFiles.under(List.of(folder), four))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("more than 4 files")
        .hasMessageContaining("throughline.limits.files");
  }

  private Path touch(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.createFile(file);
  }
}
