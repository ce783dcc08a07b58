package org.throughline.lake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.encryption.Ciphers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.feed.Pseudonyms;
import org.throughline.lake.QuarantineKey.Reject;

class QuarantineTest {
  private static final QuarantineHeader HEADER =
      new QuarantineHeader(';', "\"", List.of("Appt No", "Residence é"), List.of(0, -1, 1));
  private static final QuarantineKey KEY = key("the key of this home, for tests");
  private static final QuarantineKey OTHER = key("the key of another home, for tests");

  @TempDir Path home;
  private Quarantine quarantine;

  private static QuarantineKey key(String text) {
    return QuarantineKey.of(new Pseudonyms(text.getBytes(UTF_8)));
  }

  @BeforeEach
  void open() {
    quarantine = Quarantine.in(home.resolve("quarantine"));
  }

  /** Keeps what a file tells. */
  private static final class Kept implements QuarantineReader {
    private Optional<QuarantineHeader> header = Optional.empty();
    private final List<String> lines = new ArrayList<>();

    @Override
    public void begins(QuarantineHeader of) {
      header = Optional.of(of);
    }

    @Override
    public void line(long line, String text) {
      lines.add(line + ":" + text);
    }
  }

  private Path write(int delivery, int piece, String... lines) throws IOException {
    try (QuarantineWriter writer = quarantine.writer(delivery, piece, HEADER, KEY)) {
      for (int i = 0; i < lines.length; i++) {
        writer.add(i + 2, lines[i]);
      }
      writer.finish();
    }
    return stored(delivery, piece);
  }

  private Path stored(int delivery, int piece) {
    return Path.of(file(delivery, piece).location().replaceFirst("^file:(//)?", ""));
  }

  private QuarantineFile file(int delivery, int piece) {
    return quarantine.files().stream()
        .filter(f -> f.delivery() == delivery && f.piece() == piece)
        .findFirst()
        .orElseThrow();
  }

  private Kept read(int delivery, int piece) throws IOException, QuarantineException {
    Kept kept = new Kept();
    quarantine.read(file(delivery, piece), KEY, kept);
    return kept;
  }

  /** Changes a stored file past Hadoop's own checksums, as whoever means harm would. */
  private static void store(Path file, byte[] bytes) throws IOException {
    Files.deleteIfExists(file.resolveSibling("." + file.getFileName() + ".crc"));
    Files.write(file, bytes);
  }

  @Test
  void whatIsWrittenIsReadAgainAndCannotBeReadWithout() throws Exception {
    String torn = "\"s1\"x;CANARY-é\r\n\"open";
    Path stored = write(7, 1, torn, "", "s2;CANARY-2");
    assertThat(read(7, 1).header).contains(HEADER);
    assertThat(read(7, 1).lines).containsExactly("2:" + torn, "3:", "4:s2;CANARY-2");
    assertThat(Files.readString(stored, ISO_8859_1))
        .doesNotContain("CANARY")
        .doesNotContain("Appt");
    write(8, 1, torn, "", "s2;CANARY-2");
    assertThat(Files.readAllBytes(stored(8, 1)))
        .as("nonces are random")
        .isNotEqualTo(Files.readAllBytes(stored));
  }

  @Test
  void onlyTheOwnerReadsIt() throws IOException {
    Path stored = write(1, 0, "x");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(stored)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(stored.getParent())))
        .isEqualTo("rwx------");
  }

  @Test
  void anotherKeyIsToldFromDamage() throws IOException {
    Path stored = write(1, 0, "x");
    assertThatThrownBy(() -> quarantine.read(file(1, 0), OTHER, new Kept()))
        .isInstanceOf(QuarantineException.class)
        .hasMessageContaining(stored.toString())
        .hasMessageContaining("another pseudonym key");
    assertThat(OTHER.opens(file(1, 0))).isFalse();
  }

  @Test
  void everyFlippedByteIsFound() throws IOException {
    Path stored = write(3, 0, "s1;e1", "s2;e2");
    byte[] whole = Files.readAllBytes(stored);
    for (int at = 0; at < whole.length; at++) {
      byte[] changed = whole.clone();
      changed[at] ^= 0x10;
      store(stored, changed);
      assertThatThrownBy(() -> read(3, 0))
          .as("byte %d of %d", at, whole.length)
          .isInstanceOf(QuarantineException.class)
          .hasMessageContaining(stored.getFileName().toString())
          .hasMessageContaining("damaged");
    }
  }

  @Test
  void hadoopsChecksumIsNotNeededToFindDamageButHarmsNothing() throws IOException {
    Path stored = write(3, 0, "s1;e1");
    byte[] changed = Files.readAllBytes(stored);
    changed[changed.length - 1] ^= 1;
    Files.write(stored, changed); // the checksum beside it stays
    assertThatThrownBy(() -> read(3, 0))
        .isInstanceOf(QuarantineException.class)
        .hasMessageContaining("damaged");
  }

  @Test
  void ofALargeFileTheBlocksBeforeTheDamageAreToldAndAMissingEndIsFound() throws Exception {
    String[] lines = new String[40];
    Arrays.setAll(lines, i -> "x".repeat(100_000) + i);
    Path stored = write(5, 0, lines);
    assertThat(read(5, 0).lines).hasSize(40).last().asString().endsWith("x39");
    byte[] whole = Files.readAllBytes(stored);
    assertThat(whole.length).isGreaterThan(3 * Ciphers.CIPHER_BLOCK_SIZE);

    byte[] changed = whole.clone();
    changed[3 * Ciphers.CIPHER_BLOCK_SIZE] ^= 1;
    store(stored, changed);
    Kept kept = new Kept();
    assertThatThrownBy(() -> quarantine.read(file(5, 0), KEY, kept))
        .isInstanceOf(QuarantineException.class);
    assertThat(kept.lines).hasSizeBetween(15, 35).first().isEqualTo("2:" + lines[0]);

    // cut exactly between two blocks: each block by itself is as it was written
    store(stored, Arrays.copyOf(whole, 8 + 2 * Ciphers.CIPHER_BLOCK_SIZE));
    assertThatThrownBy(() -> read(5, 0)).isInstanceOf(QuarantineException.class);
  }

  @Test
  void aFileCannotTakeThePlaceOfAnother() throws IOException {
    Path one = write(1, 0, "s1;e1");
    Path two = write(2, 0, "s2;e2");
    store(two, Files.readAllBytes(one));
    assertThatThrownBy(() -> read(2, 0)).isInstanceOf(QuarantineException.class);
  }

  @Test
  void aFileThatWasNotFinishedIsNotWhole() throws IOException {
    try (QuarantineWriter writer = quarantine.writer(9, 0, HEADER, KEY)) {
      writer.add(2, "s1;e1");
    }
    assertThatThrownBy(() -> read(9, 0)).isInstanceOf(QuarantineException.class);
  }

  @Test
  void whatTheReaderThrowsIsNotTakenForDamage() throws IOException {
    write(1, 0, "x");
    IOException full = new IOException("the disk is full");
    QuarantineReader failing =
        new QuarantineReader() {
          @Override
          public void begins(QuarantineHeader header) {}

          @Override
          public void line(long line, String text) throws IOException {
            throw full;
          }
        };
    assertThatThrownBy(() -> quarantine.read(file(1, 0), KEY, failing)).isSameAs(full);
  }

  @Test
  void filesOfUnwantedDeliveriesGoAndOthersStay() throws IOException {
    assertThat(quarantine.files()).as("before there is a folder").isEmpty();
    write(10, 0, "a");
    write(2, 1, "b");
    write(2, 0, "c");
    Path notes = Files.writeString(home.resolve("quarantine/notes.txt"), "not ours");
    assertThat(quarantine.files())
        .extracting(f -> f.delivery() + "-" + f.piece())
        .containsExactly("2-0", "2-1", "10-0");
    quarantine.keepOnly(delivery -> delivery == 10);
    assertThat(quarantine.files()).extracting(QuarantineFile::delivery).containsExactly(10);
    assertThat(notes).exists();
  }

  @Test
  void anIdNamesItsRowAndNoOtherIdIsBelieved() {
    Reject reject = new Reject(12, 68_000_000_000L);
    String id = KEY.id(reject);
    assertThat(id).matches("R12-68000000000-[0-9a-f]{8}");
    assertThat(KEY.find("torn \"" + id + ",x")).contains(reject);
    assertThat(KEY.find(id.replaceFirst("R12", "R13"))).isEmpty();
    assertThat(KEY.find(id.replace("-68", "-67"))).isEmpty();
    assertThat(OTHER.find(id)).as("an id of another home").isEmpty();
    assertThat(KEY.find("")).isEmpty();
    assertThat(KEY.find("R999999999-999999999999999999-00000000 " + id)).contains(reject);
  }
}
