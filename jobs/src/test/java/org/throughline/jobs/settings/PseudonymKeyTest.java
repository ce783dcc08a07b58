package org.throughline.jobs.settings;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.check.CheckRules;
import org.throughline.episode.FoldRules;
import org.throughline.episode.Tiers;
import org.throughline.feed.FeedLimits;
import org.throughline.jobs.Exit;
import org.throughline.jobs.Halt;
import org.throughline.jobs.home.Home;
import org.throughline.report.page.PageLocale;
import org.throughline.report.pdf.Paper;

class PseudonymKeyTest {
  private static final String HEX = "00ff".repeat(16);

  @TempDir Path folder;

  private Home home = new Home(Path.of(""));

  @BeforeEach
  void open() {
    Assumptions.assumeTrue(
        FileSystems.getDefault().supportedFileAttributeViews().contains("posix"),
        "files have no modes here");
    home = Home.at(folder);
  }

  @Test
  void theFirstRunMakesAKeyThatOnlyItsOwnerReads() throws IOException {
    byte[] key = PseudonymKey.find(home, settings(Optional.empty()), Optional.empty());
    assertThat(key).hasSize(32);
    assertThat(mode(home.ownKeyFile())).isEqualTo("rw-------");
    assertThat(PseudonymKey.find(home, settings(Optional.empty()), Optional.empty()))
        .isEqualTo(key);
  }

  @Test
  void theVariableStandsAboveFiles() throws IOException {
    byte[] key = PseudonymKey.find(home, settings(Optional.empty()), Optional.of(HEX));
    assertThat(key).hasSize(32).startsWith(0, 0xff);
    assertThat(home.ownKeyFile()).doesNotExist();
  }

  @Test
  void base64IsReadToo() throws IOException {
    byte[] key = "thirty-three bytes of a known key".getBytes(US_ASCII);
    Path file = keyFile(Base64.getEncoder().encodeToString(key), "rw-------");
    assertThat(PseudonymKey.find(home, settings(Optional.of(file)), Optional.empty()))
        .isEqualTo(key);
  }

  @Test
  void aFileThatOthersReadIsRefused() throws IOException {
    Path file = keyFile(HEX, "rw-r-----");
    refused(file, "can be read or changed by others");
  }

  @Test
  void aShortKeyIsRefusedWithoutBeingShown() throws IOException {
    Path file = keyFile("00ff00ff", "rw-------");
    refused(file, "has 4 bytes; it needs 32 or more");
  }

  @Test
  void whatIsNoKeyIsRefusedWithoutBeingShown() throws IOException {
    Path file = keyFile("my secret words, which are no key", "r--------");
    assertThatThrownBy(() -> PseudonymKey.find(home, settings(Optional.of(file)), Optional.empty()))
        .isInstanceOf(Halt.class)
        .hasMessageContaining("neither hex nor base64")
        .hasMessageNotContaining("secret");
  }

  @Test
  void aNamedFileIsNeverGenerated() {
    Path file = folder.resolve("elsewhere.key");
    refused(file, "there is no such file");
    assertThat(file).doesNotExist();
  }

  @Test
  void aLostKeyIsNotReplacedWhereDataLiesUnderIt() throws IOException {
    Files.createDirectories(home.lake().resolve("episodes"));
    assertThatThrownBy(() -> PseudonymKey.find(home, settings(Optional.empty()), Optional.empty()))
        .isInstanceOf(Halt.class)
        .hasMessageContaining("Put it back");
    assertThat(home.ownKeyFile()).doesNotExist();
  }

  private void refused(Path file, String why) {
    assertThatThrownBy(() -> PseudonymKey.find(home, settings(Optional.of(file)), Optional.empty()))
        .isInstanceOfSatisfying(Halt.class, h -> assertThat(h.exit()).isEqualTo(Exit.USAGE))
        .hasMessageContaining(why);
  }

  private Path keyFile(String text, String mode) throws IOException {
    Path file = Files.writeString(folder.resolve("named.key"), text + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    return file;
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private static Settings settings(Optional<Path> keyFile) {
    return new Settings(
        "P",
        FoldRules.DEFAULT,
        11,
        Tiers.asam(),
        List.of(),
        7,
        FeedLimits.DEFAULT,
        CheckRules.shipped(),
        PageLocale.EN,
        Paper.A4,
        keyFile,
        Map.of());
  }
}
