package org.throughline.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.throughline.episode.Tiers;
import org.throughline.feed.FeedParser.Header;

/** The text of a record is all lines of the file that it stands on, and nothing else. */
class CurrentRecordLaws {
  private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");
  private static final String HEADER = "checkin_id,episode_id,checkin_on,reported_use\n";

  /** Notes where records begin and what they say they are. */
  private static final class Noted implements RowSink {
    private final List<Long> lines = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private CurrentRecord current =
        new CurrentRecord() {
          @Override
          public String text() {
            throw new IllegalStateException("no record yet");
          }

          @Override
          public long key() {
            return 0;
          }

          @Override
          public String answers() {
            return "";
          }
        };

    @Override
    public void begins(CurrentRecord record) {
      current = record;
    }

    @Override
    public void accepted(FeedRow row) {
      note(row.line);
    }

    @Override
    public void rejected(Rejection rejection) {
      note(rejection.line());
    }

    @Override
    public void blanked(String column, String code) {}

    private void note(long line) {
      lines.add(line);
      texts.add(current.text());
      assertThat(current.text()).as("the same when asked again").isEqualTo(current.text());
    }
  }

  @Property(tries = 1500)
  void itsTextIsItsLines(@ForAll("bodies") String body) throws IOException {
    check(body);
  }

  @Property(tries = 40)
  void alsoWhereTheFileIsMuchLongerThanWhatIsKept(@ForAll("bodies") String body)
      throws IOException {
    StringBuilder text = new StringBuilder();
    while (text.length() < 300_000) {
      text.append("k1,e1,2025-01-05,none\n").append(body).append("\nk2,\"e2\",2025-13-05,none\r\n");
    }
    check(text.toString());
  }

  private static void check(String body) throws IOException {
    String text = HEADER + body;
    Noted noted = new Noted();
    HeaderMap map =
        FeedHeader.recognise(
                "checkins.csv",
                FeedHeader.Head.whole(text),
                SourceProfile.canonical(),
                FeedLimits.DEFAULT)
            .map();
    new FeedParser(
            Feed.CHECKINS, SourceProfile.canonical(), Tiers.asam(), Collected.PSEUDONYMS, map)
        .parse(new StringReader(text), 1, Header.FIRST_ROW, noted);
    List<String> lines = new ArrayList<>(List.of(LINE_END.split(text, -1)));
    for (int record = 0; record < noted.lines.size(); record++) {
      int first = Math.toIntExact(noted.lines.get(record)) - 1;
      int next =
          record + 1 < noted.lines.size()
              ? Math.toIntExact(noted.lines.get(record + 1)) - 1
              : lines.size();
      List<String> own = new ArrayList<>(lines.subList(first, next));
      List<String> said = new ArrayList<>(List.of(LINE_END.split(noted.texts.get(record), -1)));
      // blank lines, also quoted ones, between records belong to none
      while (own.size() > said.size() && own.get(own.size() - 1).replace("\"", "").isBlank()) {
        own.remove(own.size() - 1);
      }
      assertThat(said).as("record on line %d", first + 1).isEqualTo(own);
    }
  }

  @Provide
  Arbitrary<String> bodies() {
    return Arbitraries.of(
            "k1,e1,2025-01-05,none",
            "k2",
            ",",
            "\"",
            "\"\"",
            "\"x\"y",
            "é😀",
            "\n",
            "\r\n",
            "\r",
            " ",
            "x")
        .list()
        .ofMaxSize(40)
        .map(parts -> String.join("", parts));
  }
}
