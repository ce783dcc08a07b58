package org.throughline.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.throughline.feed.Inspection.Readable;

/** Parsing a file chunk by chunk gives what parsing it whole gives, whatever is in it. */
class ChunkLaws {
  private static final SourceProfile PROFILE = SourceProfile.canonical();
  private static Path file;

  @BeforeContainer
  static void place() throws IOException {
    file = Files.createTempFile("checkins", ".csv");
  }

  @AfterContainer
  static void tidy() throws IOException {
    Files.delete(file);
  }

  @Property(tries = 1200)
  void anyText(@ForAll("soups") List<String> soup, @ForAll @IntRange(min = 1, max = 40) int size)
      throws IOException {
    sameInChunks(String.join("", soup), size);
  }

  @Property(tries = 600)
  void mostlyGoodRows(
      @ForAll("tables") List<String> rows, @ForAll @IntRange(min = 1, max = 200) int size)
      throws IOException {
    sameInChunks(String.join("", rows), size);
  }

  private static void sameInChunks(String body, int size) throws IOException {
    String header = "checkin_id,episode_id,checkin_on,reported_use,note\n";
    Files.write(file, (header + body).getBytes(UTF_8));
    Inspection whole = FileInspector.inspect(file, PROFILE, FeedLimits.DEFAULT, Long.MAX_VALUE);
    Inspection cut = FileInspector.inspect(file, PROFILE, FeedLimits.DEFAULT, size);
    if (!(whole instanceof Readable one)) {
      assertThat(cut).isEqualTo(whole);
      return;
    }
    Readable many = (Readable) cut;
    assertThat(one.chunks()).hasSize(1);
    assertThat(many.contentSha256()).isEqualTo(one.contentSha256());
    long at = 0;
    for (Chunk chunk : many.chunks()) {
      assertThat(chunk.from()).isEqualTo(at);
      at = chunk.to();
    }
    assertThat(at).isEqualTo(many.bytes());
    Collected expected = Collected.chunks(file, one, PROFILE);
    Collected actual = Collected.chunks(file, many, PROFILE);
    assertThat(actual).hasToString(expected.toString());
    assertThat(expected.read).isEqualTo(expected.rows.size() + expected.rejections.size());
  }

  /** Whatever can confuse a lexer, in any order. */
  @Provide
  Arbitrary<List<String>> soups() {
    return Arbitraries.of(
            "\"",
            "\"",
            "\"\"",
            ",",
            ",",
            "\n",
            "\n",
            "\r\n",
            "\r",
            " ",
            "\t",
            "a",
            "é",
            "\u2003",
            "2025-01-31",
            "none",
            "k1,e1,2025-01-31,none,",
            "\"x\ny\"")
        .list()
        .ofMaxSize(60);
  }

  /** Rows of the feed, some of them quoted, with line breaks and every line end. */
  @Provide
  Arbitrary<List<String>> tables() {
    Arbitrary<String> note =
        Arbitraries.of(
            "",
            "plain",
            "\"with, delimiter\"",
            "\"two\r\nlines\"",
            "\"said \"\"no\"\"\"",
            "5\" tall",
            "\"torn\"x",
            "é",
            "\"\n\n\"");
    Arbitrary<String> use = Arbitraries.of("none", "USED", "", "\"none\"", "odd");
    Arbitrary<String> end =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(6, Arbitraries.just("\n")),
            net.jqwik.api.Tuple.of(3, Arbitraries.of("\r\n")),
            net.jqwik.api.Tuple.of(1, Arbitraries.of("\r", "\n\n", ",extra\n")));
    Arbitrary<String> row =
        net.jqwik.api.Combinators.combine(Arbitraries.integers().between(1, 99), use, note, end)
            .as((id, answer, text, stop) -> id + ",E7,2025-02-03," + answer + "," + text + stop);
    return row.list().ofMaxSize(60);
  }
}
