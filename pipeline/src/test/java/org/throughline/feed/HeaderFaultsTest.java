package org.throughline.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throughline.feed.FeedHeader.Head;

/** Headers as spreadsheets and exports leave them. */
class HeaderFaultsTest {
  private static final String ROW = "K1,E1,2025-01-31,none\n";

  private static FeedHeader recognise(String name, String text, String profile) throws IOException {
    return FeedHeader.recognise(
        name, Head.whole(text), SourceProfile.parse(profile, "x.yml"), FeedLimits.DEFAULT);
  }

  private static void refused(String name, String text, String... words) {
    assertThatThrownBy(() -> recognise(name, text, "name: x"))
        .isInstanceOf(FeedFileException.class)
        .hasMessageContainingAll(words)
        .hasMessageNotContaining("K1")
        .hasMessageNotContaining("E1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "\"checkin_id;episode_id\",checkin_on,reported_use",
        "checkin_id episode_id,checkin_on,reported_use",
        "checkin_id/Episode ID,checkin_on,reported_use",
        "\"checkin_id{nl}episode_id\",checkin_on,reported_use",
        "\"checkin_id,episode_id,checkin_on\"",
      })
  void severalNamesInOneFieldAreRefused(String header) {
    refused(
        "checkins.csv",
        header.replace("{nl}", "\n") + "\n" + ROW,
        "field 1 of the header holds several column names (checkin_id, episode_id",
        "without merged cells");
  }

  @Test
  void aNameThatIsRepeatedInOneFieldIsToldOnce() {
    refused(
        "checkins.csv",
        "\"" + "checkin_id ".repeat(500) + "episode_id\",checkin_on,reported_use\n" + ROW,
        "several column names (checkin_id, episode_id);",
        "without merged cells");
  }

  @Test
  void linesAboveTheHeaderAreRefusedWithWhereItStands() {
    String header = "checkin_id,episode_id,checkin_on,reported_use\n";
    refused("checkins.csv", "Riverbend,,,\n" + header + ROW, "stand on line 2", "remove the lines");
    refused("x.csv", "Riverbend\n\n,,,\nMay;\n" + header + ROW, "column names stand on line 5");
    refused("checkins.csv", ",Client,,Answer\n" + header, "stand on line 2");
  }

  @Test
  void aFileWithoutHeaderIsToldSo() {
    refused(
        "checkins.csv",
        ROW + ROW,
        "the first row holds no column name of checkins",
        "checkin_id, episode_id, checkin_on");
  }

  @Test
  void aFileUnderTheNameOfAnotherFeedIsToldSo() {
    refused(
        "attendance.csv",
        "checkin_id,episode_id,checkin_on,reported_use\n" + ROW,
        "by its name this is a file of attendance, by its header one of checkins");
  }

  @Test
  void aDelimiterThatIsNotTheDeclaredOneIsNamed() {
    assertThatThrownBy(
            () ->
                recognise(
                    "checkins.csv",
                    "checkin_id\tepisode_id\tcheckin_on\n",
                    "name: x\ndelimiter: ';'"))
        .hasMessageContaining("source profile x declares the delimiter “;”")
        .hasMessageContaining("parted by tab");
  }

  @Test
  void quotesThatDoNotMatchAreToldSo() {
    refused("checkins.csv", "\"checkin_id,episode_id\n" + ROW, "quotes in the first row");
  }

  @Test
  void twoColumnsOfOneNameAreRefusedWithTheirPlaces() {
    refused(
        "checkins.csv",
        "checkin_id,episode_id,checkin_on,Episode-ID\n",
        "names Episode-ID twice, in fields 2 and 4");
  }

  @Test
  void quotesAreFoundOutOrDeclared() throws IOException {
    String single = "'checkin_id','episode_id',\"checkin_on\"\n";
    assertThat(recognise("checkins.csv", single.replace("\"", "'"), "name: x").map().dialect())
        .isEqualTo(new Dialect(',', Quote.SINGLE));
    assertThat(recognise("checkins.csv", "checkin_id,episode_id,checkin_on\n", "name: x").map())
        .extracting(HeaderMap::dialect)
        .isEqualTo(new Dialect(',', Quote.DOUBLE));
    SourceProfile bare = SourceProfile.parse("name: bare\nquote: none", "bare.yml");
    Collected rows =
        Collected.text(
            Feed.CHECKINS,
            """
            checkin_id,episode_id,checkin_on,reported_use,note
            K1,E1,2025-01-31,none,"it is
            K2,E1,2025-01-31,none,'
            """,
            bare);
    assertThat(rows.rows).hasSize(2);
    SourceProfile quoted = SourceProfile.parse("name: q\nquote: \"'\"", "q.yml");
    Collected one =
        Collected.text(
            Feed.CHECKINS,
            """
            checkin_id,episode_id,checkin_on,reported_use,note
            'K1',E1,'2025-01-31',none,'a, ''b''
            c "'
            """,
            quoted);
    assertThat(one.rows).hasSize(1);
    assertThat(one.rows.get(0).key()).isEqualTo(Collected.PSEUDONYMS.row(Feed.CHECKINS, "q", "K1"));
  }
}
