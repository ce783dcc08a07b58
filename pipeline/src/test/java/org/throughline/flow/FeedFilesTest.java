package org.throughline.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    FeedFiles found = FeedFiles.under(List.of(folder, named, a));

    assertThat(found.files()).containsExactly(a, b, named);
    assertThat(found.passedOver()).containsExactlyInAnyOrder(readme, truth, hidden, inHidden);
  }

  private Path touch(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.createFile(file);
  }
}
