package org.throughline.feed;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.hash.Hashing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.feed.Inspection.Packing;
import org.throughline.feed.Inspection.Readable;
import org.throughline.feed.Inspection.Refused;

class FileInspectorTest {
  private static final String HEADER = "checkin_id,episode_id,checkin_on,reported_use\n";
  private static final String ROW = "K1,E1,2025-01-31,none\n";
  private static final SourceProfile CANONICAL = SourceProfile.canonical();
  private static final SourceProfile WESTERN =
      SourceProfile.parse("name: west\nencoding: windows-1252", "west.yml");

  @TempDir Path folder;

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private Path write(String name, String text) throws IOException {
    return write(name, text.getBytes(UTF_8));
  }

  private Readable readable(Path file) throws IOException {
    return (Readable) FileInspector.inspect(file, CANONICAL, FeedLimits.DEFAULT);
  }

  private String refused(Path file) throws IOException {
    return ((Refused) FileInspector.inspect(file, CANONICAL, FeedLimits.DEFAULT)).reason();
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  private static int crc(String text) {
    CRC32C sum = new CRC32C();
    sum.update(text.getBytes(UTF_8));
    return (int) sum.getValue();
  }

  private static byte[] join(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  @Test
  void tellsWhatIsInAPlainFile() throws IOException {
    String text = "notes,checkin_id,episode_id,checkin_on,reported_use\nx,K1,E1,2025-01-31,none\n";
    Readable file = readable(write("CheckIns 2025-01.txt", text));
    assertThat(file.feed()).isEqualTo(Feed.CHECKINS);
    assertThat(file.contentSha256()).isEqualTo(Hashing.sha256().hashString(text, UTF_8).toString());
    assertThat(file.bytes()).isEqualTo(text.length());
    assertThat(file.delimiter()).isEqualTo(',');
    assertThat(file.header().positions()).containsExactly(1, 2, 3, 4, -1, -1, -1);
    assertThat(file.unknownColumns()).containsExactly("notes");
    assertThat(file.chunks()).containsExactly(new Chunk(0, text.length(), 1, crc(text)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"episodes.csv", "EPISODES_north.csv", "ep-i-sodes.csv", "episodes"})
  void theNameDecidesOnTheFeed(String name) throws IOException {
    assertThat(refused(write(name, HEADER + ROW)))
        .contains("by its name this is a file of episodes, by its header one of checkins");
  }

  @Test
  void elseTheHeaderDoes() throws IOException {
    assertThat(readable(write("export.csv", HEADER)).feed()).isEqualTo(Feed.CHECKINS);
    assertThat(
            refused(
                write(
                    "two.csv",
                    "checkin_id,episode_id,checkin_on,relapse_id," + "started_on,severity\n")))
        .contains("could be any of checkins, relapses");
    assertThat(refused(write("none.csv", "Jane,Doe\n")))
        .contains("begin its name with one of episodes, placements")
        .doesNotContain("Jane");
  }

  @Test
  void aMissingColumnIsNamedAsTheSiteCallsIt() throws IOException {
    SourceProfile profile =
        SourceProfile.parse("name: x\nfeeds: {checkins: {columns: {checkin_on: Day}}}", "x.yml");
    Inspection found =
        FileInspector.inspect(write("checkins.csv", HEADER + ROW), profile, FeedLimits.DEFAULT);
    assertThat(((Refused) found).reason())
        .contains("checkins file has no column Day (checkin_on)")
        .contains("source profile x");
  }

  @Test
  void unclearHeadersAreRefused() throws IOException {
    assertThat(refused(write("checkins1.csv", HEADER.strip() + ",Episode ID\n" + ROW)))
        .contains("names Episode ID twice");
    assertThat(refused(write("checkins2.csv", HEADER.strip() + ",x,X\n" + ROW)))
        .contains("names X twice");
    assertThat(refused(write("checkins3.csv", HEADER.strip() + ",,x\n" + ROW)))
        .contains("column 5 of the header has no name");
    assertThat(readable(write("checkins4.csv", HEADER.strip() + ",,\n")).header().fields())
        .isEqualTo(6);
  }

  @Test
  void emptyFilesAreRefusedAndAHeaderAloneIsNot() throws IOException {
    assertThat(refused(write("checkins.csv", ""))).contains("is empty");
    assertThat(refused(write("checkins.csv", "\uFEFF"))).contains("is empty");
    assertThat(refused(write("checkins.csv", "\n \r\n"))).contains("is empty");
    assertThat(refused(write("checkins.csv.gz", gzip(new byte[0])))).contains("is empty");
    Path alone = write("checkins.csv", HEADER.strip());
    assertThat(Collected.file(alone, CANONICAL).read).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void delimitersAreFoundOut(String delimiter) throws IOException {
    String text = (HEADER.strip() + ",\"a;b|c\td,e\"\n" + ROW.strip() + ",\n");
    Path file =
        write(
            "checkins.csv",
            text.replace("\"a;b|c\td,e\"", "@")
                .replace(",", delimiter)
                .replace("@", "\"a;b|c\td,e\""));
    assertThat(readable(file).delimiter()).isEqualTo(delimiter.charAt(0));
    assertThat(Collected.file(file, CANONICAL).rows).hasSize(1);
  }

  @Test
  void byteOrderMarksAreRecognised() throws IOException {
    Path utf8 = write("checkins8.csv", "\uFEFF" + HEADER + ROW);
    assertThat(readable(utf8).bomBytes()).isEqualTo(3);
    Path big = write("checkinsB.csv", (HEADER + ROW).getBytes(UTF_16));
    Path little =
        write(
            "checkinsL.csv",
            join(new byte[] {(byte) 0xFF, (byte) 0xFE}, (HEADER + ROW + ROW).getBytes(UTF_16LE)));
    assertThat(readable(big).encoding()).isEqualTo("UTF-16BE");
    assertThat(readable(little).encoding()).isEqualTo("UTF-16LE");
    assertThat(readable(little).chunks()).hasSize(1);
    assertThat(Collected.file(utf8, CANONICAL).rows).hasSize(1);
    assertThat(Collected.file(big, WESTERN).rows).hasSize(1);
    assertThat(Collected.file(little, CANONICAL).rows).hasSize(2);
  }

  @Test
  void otherEncodingsMustBeDeclared() throws IOException {
    String text = "episode_id,client_id,site,admitted_on,tier\n1,2,Zürich,2025-01-01,OP\n";
    Path file = write("episodes.csv", text.getBytes(Charset.forName("windows-1252")));
    assertThat(refused(file))
        .contains("line 2 holds bytes that are not UTF-8")
        .contains("encoding: windows-1252");
    assertThat(Collected.file(file, WESTERN).text(0, "site")).isEqualTo("Zürich");
    byte[] undefined = text.getBytes(Charset.forName("windows-1252"));
    undefined[text.indexOf('Z')] = (byte) 0x81;
    assertThat(
            FileInspector.inspect(write("episodes2.csv", undefined), WESTERN, FeedLimits.DEFAULT))
        .isInstanceOf(Refused.class);
  }

  @Test
  void malformedBytesFarInsideAreFoundWithTheirLine() throws IOException {
    String many = "K1,E1,2025-01-31,none,é\n".repeat(20_000);
    byte[] bytes = (HEADER.strip() + ",note\n" + many + ROW.strip() + ",@\n").getBytes(UTF_8);
    bytes[bytes.length - 2] = (byte) 0xC3;
    Path file = write("checkins.csv", bytes);
    assertThat(refused(file)).contains("line 20002 ");

    bytes[bytes.length - 2] = '@';
    Files.write(file, bytes);
    Readable before =
        (Readable) FileInspector.inspect(file, CANONICAL, FeedLimits.DEFAULT, 100_000);
    bytes[bytes.length - 2] = (byte) 0xC3;
    Files.write(file, bytes);
    assertThat(before.chunks()).hasSizeGreaterThan(3);
    assertThatThrownBy(() -> Collected.chunks(file, before, CANONICAL))
        .isInstanceOf(FeedFileException.class)
        .hasMessageContaining("changed while it was read");
  }

  @Test
  void gzipIsKnownByItsBytesAndHashedUnpacked() throws IOException {
    byte[] text = ("\uFEFF" + HEADER + ROW).getBytes(UTF_8);
    Path plain = write("checkins.csv", text);
    Path packed = write("checkins.packed", gzip(text));
    assertThat(readable(packed).packing()).isEqualTo(Packing.GZIP);
    assertThat(readable(packed).contentSha256()).isEqualTo(readable(plain).contentSha256());
    assertThat(readable(packed).bytes()).isEqualTo(text.length);
    assertThat(Collected.file(packed, CANONICAL))
        .hasToString(Collected.file(plain, CANONICAL).toString());
    Path twoMembers = write("checkins.2", join(gzip(text), gzip(ROW.getBytes(UTF_8))));
    assertThat(Collected.file(twoMembers, CANONICAL).rows).hasSize(2);
  }

  @Test
  void damagedArchivesAreRefused() throws IOException {
    byte[] packed = gzip((HEADER + ROW.repeat(50_000)).getBytes(UTF_8));
    for (int length : new int[] {2, 9, packed.length / 2, packed.length - 1}) {
      assertThat(refused(write("checkins.csv.gz", Arrays.copyOf(packed, length))))
          .as("%d bytes", length)
          .contains("breaks off");
    }
    packed[packed.length - 6] ^= 1;
    assertThat(refused(write("checkins.csv.gz", packed))).contains("damaged");
    assertThat(refused(write("checkins.csv", "PK\u0003\u0004rest"))).contains("a zip archive");
  }

  @Test
  void aQuoteThatIsNeverClosedRefusesTheFile() throws IOException {
    assertThat(refused(write("checkins.csv", HEADER + ROW + "\"K2,E1,2025-01-31,none\n" + ROW)))
        .contains("the quote that opens on line 3 is never closed");
    String swallowed = HEADER + ROW + "\"K2" + "x\n".repeat(600_000) + "\",E,2025-01-31,none\n";
    assertThat(refused(write("checkins.csv", swallowed)))
        .contains("row that begins on line 3 is longer than 1,048,576 bytes")
        .contains("within the quote that opens on line 3")
        .contains("throughline.limits.row");
  }

  @Test
  void largeFilesAreCutBetweenRows() throws IOException {
    String row = "K1,E1,2025-01-31,none,\"a\n,b\"\r\n";
    String text = HEADER.strip() + ",note\n" + row.repeat(500);
    Path file = write("checkins.csv", text);
    Readable whole = readable(file);
    Readable cut = (Readable) FileInspector.inspect(file, CANONICAL, FeedLimits.DEFAULT, 1000);
    assertThat(whole.chunks()).hasSize(1);
    assertThat(cut.chunks()).hasSizeBetween(10, 17);
    assertThat(Collected.chunks(file, cut, CANONICAL))
        .hasToString(Collected.chunks(file, whole, CANONICAL).toString());
    Chunk second = cut.chunks().get(1);
    try (Reader reader = FeedParser.open(file, cut, second)) {
      assertThat((char) reader.read()).isEqualTo('K');
    }
    assertThat(second.firstLine())
        .isEqualTo(2 + 2 * ((second.from() - text.indexOf('\n') - 1) / row.length()));
  }

  @Test
  void foldersAndMissingFiles() throws IOException {
    assertThat(refused(folder)).contains("folder");
    assertThatThrownBy(() -> refused(folder.resolve("episodes.csv")))
        .isInstanceOf(NoSuchFileException.class);
  }
}
