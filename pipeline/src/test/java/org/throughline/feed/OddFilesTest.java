package org.throughline.feed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.feed.Inspection.Readable;
import org.throughline.feed.Inspection.Refused;

/** Big, packed, cut, changing and foreign files. */
class OddFilesTest {
  private static final String HEADER = "checkin_id,episode_id,checkin_on,reported_use,note\n";
  private static final String ROW = "K1,E1,2025-01-31,none,\n";
  private static final SourceProfile CANONICAL = SourceProfile.canonical();

  @TempDir Path folder;

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private Path write(String text) throws IOException {
    return write("checkins.csv", text.getBytes(UTF_8));
  }

  private static Inspection inspect(Path file, FeedLimits limits) throws IOException {
    return FileInspector.inspect(file, CANONICAL, limits);
  }

  private static String refused(Path file) throws IOException {
    return ((Refused) inspect(file, FeedLimits.DEFAULT)).reason();
  }

  private static String refused(Path file, FeedLimits limits) throws IOException {
    return ((Refused) inspect(file, limits)).reason();
  }

  private static Readable readable(Path file) throws IOException {
    return (Readable) inspect(file, FeedLimits.DEFAULT);
  }

  private static FeedLimits limits(long row, int columns, long file, int ratio) {
    return new FeedLimits(row, columns, file, ratio, 10);
  }

  @Test
  void everyMemberOfAGzipFileIsReadAndNothingMayFollowButZeros() throws IOException {
    byte[] one = Packed.gzip((HEADER + ROW).getBytes(UTF_8));
    byte[] two = Packed.gzip(ROW.repeat(3).getBytes(UTF_8));
    byte[] none = Packed.gzip(new byte[0]);
    Path file = write("checkins.csv.gz", Packed.join(one, none, two, none, new byte[700]));
    assertThat(Collected.file(file, CANONICAL).rows).hasSize(4);

    for (int cut = 1; cut < two.length; cut++) {
      write("checkins.csv.gz", Packed.join(one, Arrays.copyOf(two, cut)));
      assertThat(refused(file)).as("%d bytes of the second member", cut).contains("breaks off");
    }
    write("checkins.csv.gz", Packed.join(one, "more".getBytes(UTF_8)));
    assertThat(refused(file)).contains("something else follows the end of the gzip data");
    write("checkins.csv.gz", Packed.join(one, new byte[3], two));
    assertThat(refused(file)).contains("something else follows");
    byte[] damaged = two.clone();
    damaged[damaged.length - 5] ^= 1;
    write("checkins.csv.gz", Packed.join(one, damaged));
    assertThat(refused(file)).contains("damaged");
  }

  @Test
  void headersOfGzipMembersMayHoldNamesCommentsAndMore() throws IOException {
    byte[] plain = Packed.gzip((HEADER + ROW).getBytes(UTF_8));
    byte[] start = Arrays.copyOf(plain, 10);
    start[3] = 2 | 4 | 8 | 16;
    byte[] extra = {3, 0, 1, 2, 3};
    byte[] texts = "name.csv\0a comment\0".getBytes(UTF_8);
    byte[] rest = Arrays.copyOfRange(plain, 10, plain.length);
    Path file = write("checkins.gz", Packed.join(start, extra, texts, new byte[2], rest));
    assertThat(Collected.file(file, CANONICAL).rows).hasSize(1);
    start[3] = (byte) 0x80;
    write("checkins.gz", Packed.join(start, rest));
    assertThat(refused(file)).contains("damaged");
  }

  @Test
  @Timeout(20)
  void aZipBombIsRefusedByItsRatioItsSizeOrItsRows() throws IOException {
    Path blank = folder.resolve("checkins.csv.gz");
    pack(blank, "\n".repeat(1 << 20), 256);
    assertThat(Files.size(blank)).isLessThan(400_000);
    assertThat(refused(blank))
        .contains("unpacked to more than 200 times its size")
        .contains("ratio");
    assertThat(refused(blank, limits(1 << 20, 10, 30 << 20, 5_000)))
        .contains("larger than 31,457,280 bytes")
        .contains("throughline.limits.file");
    pack(blank, "x".repeat(1 << 20), 256);
    assertThat(refused(blank)).contains("the row that begins on line 2 is longer than 1,048,576");
  }

  private static void pack(Path file, String block, int times) throws IOException {
    byte[] bytes = block.getBytes(UTF_8);
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(HEADER.getBytes(UTF_8));
      for (int i = 0; i < times; i++) {
        out.write(bytes);
      }
    }
  }

  @Test
  void plainFilesHaveASizeToo() throws IOException {
    Path file = write(HEADER + ROW.repeat(10_000));
    assertThat(refused(file, limits(100, 10, 150_000, 10)))
        .startsWith("by line ")
        .contains("larger than 150,000 bytes");
  }

  @Test
  void aFieldOfMegabytesIsRefusedWithItsLineOrReadWhereTheLimitAllows() throws IOException {
    String note = "word \n".repeat(500_000);
    Path file = write(HEADER + ROW + "K2,E1,2025-02-01,used,\"" + note + "\"\n" + ROW);
    assertThat(refused(file))
        .isEqualTo(
            "the row that begins on line 3 is longer than 1,048,576 bytes, within the quote that"
                + " opens on line 3; look for a quote or line end that is missing there, or raise"
                + " throughline.limits.row");
    Readable long_ = (Readable) inspect(file, limits(4 << 20, 10, 1 << 30, 10));
    Collected rows = Collected.chunks(file, long_, CANONICAL);
    assertThat(rows.rows).extracting(Collected.Row::line).containsExactly(2L, 3L, 500_004L);
  }

  @Test
  void aColumnThatIsReadIsNoPlaceForMegabytes() throws IOException {
    Path file = write(HEADER + "K2," + "e".repeat(300_000) + ",2025-02-01,used,\n" + ROW);
    Collected rows = Collected.file(file, CANONICAL);
    assertThat(rows.rejections)
        .extracting(Rejection::reason)
        .containsExactly("episode_id is no identifier");
    assertThat(rows.rows).hasSize(1);
  }

  @Test
  @Timeout(20)
  void veryManyColumnsAreRefused() throws IOException {
    String names = HEADER.strip();
    StringBuilder many = new StringBuilder(names);
    for (int i = 0; many.length() < 60_000; i++) {
      many.append(",c").append(i);
    }
    assertThat(refused(write(many + "\n")))
        .contains("columns, more than 1,000")
        .contains("throughline.limits.columns");
    assertThat(refused(write(names + ",x".repeat(100_000) + "\n" + ROW)))
        .contains("the first row does not end within 65,536 characters");
    // a row of very many fields is only a bad row
    Collected rows = Collected.file(write(HEADER + ",".repeat(100_000) + "\n" + ROW), CANONICAL);
    assertThat(rows.rejections.get(0).reason()).isEqualTo("more fields than the header");
    assertThat(rows.rejections.get(0).detail()).startsWith("100001 instead of 5;");
    assertThat(rows.rows).hasSize(1);
  }

  @Test
  void aMillionRowsInOneLineEndAndThenAnother() throws IOException {
    int third = 333_334;
    Path file = folder.resolve("checkins.csv");
    String[] ends = {"\n", "\r\n", "\r"};
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      out.write(HEADER.getBytes(UTF_8));
      for (int i = 0; i < 3 * third; i++) {
        String note = i % 1000 == 5 ? "\"two\nlines\"" : "";
        String use = i % 100_000 == 77 ? "odd" : "used";
        out.write(
            ("k" + i + ",e1,2025-01-31," + use + "," + note + ends[i / third]).getBytes(UTF_8));
      }
    }
    Readable cut = (Readable) FileInspector.inspect(file, CANONICAL, FeedLimits.DEFAULT, 1 << 20);
    assertThat(cut.chunks()).hasSizeGreaterThan(20);
    Collected all = Collected.chunks(file, cut, CANONICAL);
    assertThat(all.read).isEqualTo(3L * third);
    assertThat(all.rejections).hasSize(10);
    for (Rejection rejection : all.rejections) {
      // row i stands on line i + 2, and one further for each note of two lines before it
      long row = 77 + 100_000L * all.rejections.indexOf(rejection);
      assertThat(rejection.line()).isEqualTo(row + 2 + (row + 994) / 1000);
    }
    Readable whole =
        (Readable) FileInspector.inspect(file, CANONICAL, FeedLimits.DEFAULT, Long.MAX_VALUE);
    assertThat(Collected.chunks(file, whole, CANONICAL).rejections).isEqualTo(all.rejections);
  }

  /** A stray quote is text; beside one in quotes the row is torn, and the next one is whole. */
  @Test
  void strayQuotesTearTheirRowOnly() throws IOException {
    String torn = "\"K2\" x,E1,2025-01-31,none,\n";
    String stray = "K3,E1,2025-01-31,none,5\" tall\n";
    Path file = write(HEADER + (ROW + torn + stray).repeat(2_000));
    Readable cut = (Readable) FileInspector.inspect(file, CANONICAL, FeedLimits.DEFAULT, 500);
    assertThat(cut.chunks()).hasSizeGreaterThan(100);
    Collected all = Collected.chunks(file, cut, CANONICAL);
    assertThat(all.rows).hasSize(4_000);
    assertThat(all.rejections).hasSize(2_000);
    assertThat(all.rejections.get(1_999).line()).isEqualTo(1 + 3 * 2_000 - 1);
    // where a byte beyond ASCII follows a closing quote, it is not certain where rows begin
    Path doubtful = write(HEADER + ROW + "\"K2\"\u2003,E1,2025-01-31,none,\n" + ROW.repeat(900));
    assertThat(
            ((Readable) FileInspector.inspect(doubtful, CANONICAL, FeedLimits.DEFAULT, 500))
                .chunks())
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "PK\u0003\u0004...xl/workbook.xml, an Excel workbook (.xlsx)",
    "PK\u0003\u0004...content.csv, a zip archive",
    "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1, an Excel workbook (.xls)",
    "%PDF-1.7, a PDF",
    "7z\u00bc\u00af'\u001c.., a 7z archive",
    "Rar!\u001a.., a RAR archive",
    "BZh91AY, packed with bzip2",
    "PAR1...., a Parquet file",
    "<!DOCTYPE html><html>, a web page",
    "<?xml version='1.0'?>, a web page or XML",
    "{\\rtf1, an RTF document",
  })
  void foreignFilesAreCalledByTheirNames(String start, String name) throws IOException {
    byte[] bytes = (start + " and so on").getBytes(ISO_8859_1);
    assertThat(refused(write("checkins.csv", bytes))).contains("this is " + name).contains("CSV");
    assertThat(refused(write("checkins.csv", Packed.gzip(bytes)))).contains("this is " + name);
  }

  @Test
  void gzipWithinGzipIsRefused() throws IOException {
    byte[] inner = Packed.gzip((HEADER + ROW).getBytes(UTF_8));
    assertThat(refused(write("checkins.csv.gz", Packed.gzip(inner))))
        .contains("a gzip file within a gzip file; unpack it once");
  }

  @Test
  void wideCharactersWithoutAMarkMustBeDeclared() throws IOException {
    byte[] wide = (HEADER + ROW).getBytes(UTF_16LE);
    assertThat(refused(write("checkins.csv", wide))).contains("NUL bytes").contains("UTF-16LE");
    SourceProfile declared = SourceProfile.parse("name: w\nencoding: UTF-16LE", "w.yml");
    assertThat(Collected.file(folder.resolve("checkins.csv"), declared).rows).hasSize(1);
    byte[] odd = Arrays.copyOf(wide, wide.length - 1);
    assertThat(
            ((Refused)
                    FileInspector.inspect(write("checkins.csv", odd), declared, FeedLimits.DEFAULT))
                .reason())
        .contains("line 2 holds bytes that are not UTF-16LE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "episodes for May.csv",
        "Épisodes été.csv",
        "-r.csv",
        "a\nb.csv",
        "...csv",
        "\u202egnp.csv"
      })
  void namesAreNoMatter(String name) throws IOException {
    Path file = write(name, (HEADER + ROW).getBytes(UTF_8));
    if (name.startsWith("episodes")) {
      assertThat(refused(file)).contains("by its name this is a file of episodes, by its header");
    } else {
      assertThat(Collected.file(file, CANONICAL).rows).hasSize(1);
    }
    assertThat(Shown.fileName(file)).doesNotContain("\n", "\u202e");
  }

  @Test
  void whatChangesBetweenTheLookAndTheParseIsRefused() throws IOException {
    Path file = write(HEADER + ROW + ROW);
    FileTime time = Files.getLastModifiedTime(file);

    Readable before = readable(file);
    Files.writeString(file, HEADER + ROW + ROW.replace("none", "used"));
    Files.setLastModifiedTime(file, time);
    changed(file, before, "the same length and time, another word");

    before = readable(file);
    Files.writeString(file, HEADER + ROW + ROW.replace("none", "used") + ROW);
    changed(file, before, "a row more");

    before = readable(file);
    Files.writeString(file, HEADER + ROW);
    changed(file, before, "rows fewer");

    before = readable(file);
    Files.setLastModifiedTime(file, FileTime.from(time.toInstant().plus(Duration.ofSeconds(1))));
    changed(file, before, "written again");

    before = readable(file);
    Path other = write("other.csv", Files.readAllBytes(file));
    Files.setLastModifiedTime(other, Files.getLastModifiedTime(file));
    Files.move(other, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    changed(file, before, "another file put in its place");

    before = readable(file);
    Files.delete(file);
    changed(file, before, "gone");
  }

  private static void changed(Path file, Readable before, String how) {
    assertThatThrownBy(() -> Collected.chunks(file, before, CANONICAL))
        .as(how)
        .isInstanceOf(FeedFileException.class)
        .hasMessageContaining("changed while it was read")
        .hasMessageContaining("receive it again");
  }

  @Test
  void anArchiveThatChangesIsRefusedToo() throws IOException {
    byte[] packed = Packed.gzip((HEADER + ROW.repeat(2_000)).getBytes(UTF_8));
    Path file = write("checkins.csv.gz", packed);
    Readable before = readable(file);
    write("checkins.csv.gz", Arrays.copyOf(packed, packed.length / 2));
    changed(file, before, "cut");
    packed[40] ^= 1;
    write("checkins.csv.gz", packed);
    changed(file, before, "damaged");
  }

  @Test
  void pipesAndDevicesAreNotWaitedFor() throws IOException {
    Path device = Path.of("/dev/zero");
    org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(device), "no /dev/zero here");
    assertThat(refused(device)).contains("a pipe or device");
  }
}
