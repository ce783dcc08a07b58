package org.throughline.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceProfileTest {
  private static final String NORTH =
      """
      name: north
      description: one sentence
      encoding: Windows-1252
      delimiter: ";"
      dates: [MM/dd/yyyy, excel]
      feeds:
        episodes:
          columns: {episode_id: EpisodeNo}
          codes: {discharge_reason: {dropout: left, 010: other}, medication: {on: yes, off: no}}
      """;

  private static SourceProfile parse(String yaml) {
    return SourceProfile.parse(yaml, "north.yml");
  }

  @Test
  void readsEveryKey() {
    SourceProfile profile = parse(NORTH);
    assertThat(profile.name()).isEqualTo("north");
    assertThat(profile.encoding()).isEqualTo("windows-1252");
    assertThat(profile.delimiter()).isEqualTo(";");
    assertThat(profile.quote()).isEmpty();
    assertThat(parse(NORTH + "quote: none").quote()).contains(Quote.NONE);
    assertThat(parse(NORTH + "quote: \"'\"").quote()).contains(Quote.SINGLE);
    assertThat(profile.dates()).containsExactly("MM/dd/yyyy", "excel");
    assertThat(profile.column(Feed.EPISODES, "episode_id")).isEqualTo("EpisodeNo");
    assertThat(profile.column(Feed.EPISODES, "client_id")).isEqualTo("client_id");
    assertThat(profile.column(Feed.CHECKINS, "episode_id")).isEqualTo("episode_id");
    assertThat(profile.codes(Feed.EPISODES, "discharge_reason"))
        .containsEntry("dropout", "left")
        .containsEntry("010", "other");
    assertThat(profile.codes(Feed.EPISODES, "medication"))
        .containsEntry("on", "yes")
        .containsEntry("off", "no");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "description: x | name | letters, digits",
        "name: a b | name | letters, digits",
        "name: a{nl}colour: red | colour | dates, delimiter, description",
        "name: a{nl}encoding: klingon | encoding is klingon | UTF-8, windows-1252",
        "name: a{nl}delimiter: '::' | delimiter | auto",
        "name: a{nl}delimiter: x | delimiter | auto",
        "name: a{nl}delimiter: '-' | delimiter | auto",
        "name: a{nl}quote: '#' | quote is # | auto, none",
        "name: a{nl}dates: yyyy-MM-dd | dates is no list | [yyyy-MM-dd",
        "name: a{nl}dates: [yyyy-QQ] | dates holds yyyy-QQ | MM/dd/yyyy",
        "name: a{nl}feeds: {visits: {}} | feeds.visits is no feed | episodes, placements",
        "name: a{nl}feeds: {episodes: {cols: {}}} | feeds.episodes.cols | columns or codes",
        "name: a{nl}feeds: {episodes: {columns: {id: X}}} | episodes.columns.id | episode_id, client_id",
        "name: a{nl}feeds: {episodes: {columns: {site: Client ID}}} | site and client_id are both called | own column name",
        "name: a{nl}feeds: {episodes: {codes: {sex: {W: woman}}}} | codes.sex.W | F, M, other",
        "name: a{nl}feeds: {episodes: {codes: {sex: {m: F}}}} | codes.sex.m already stands for M | once",
        "name: a{nl}feeds: {episodes: {codes: {admitted_on: {x: y}}}} | codes.admitted_on.x | one of",
        "name: a{nl}name: b | line 2: found duplicate key | each key once",
        "name: [a | line | write YAML",
        "just text | the profile is not a mapping | name: ctn",
        "!!javax.script.ScriptEngineManager [x] | north.yml | YAML"
      })
  void faultsNameOriginKeyAndRemedy(String yaml, String fault, String remedy) {
    assertThatThrownBy(() -> parse(yaml.replace("{nl}", "\n")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("north.yml: ")
        .hasMessageContaining(fault)
        .hasMessageContaining(remedy);
  }

  @Test
  void theFingerprintIsOfTheMeaning() {
    String same =
        """
        feeds:
          checkins: {columns: {craving: Craving}}
          episodes:
            codes:
              medication: {off: no, on: YES}
              discharge_reason: {"010": other, Drop-Out: Left, completed: completed}
            columns: {episode_id: episode_no}
        dates: [MM/dd/yyyy, excel]
        delimiter: ";"
        encoding: windows-1252
        name: elsewhere
        """;
    assertThat(parse(same).fingerprint()).isEqualTo(parse(NORTH).fingerprint()).hasSize(64);
    for (String other :
        List.of(
            NORTH.replace("dropout: left", "dropout: other"),
            NORTH.replace("EpisodeNo", "Number"),
            NORTH.replace("MM/dd/yyyy, excel", "excel, MM/dd/yyyy"),
            NORTH.replace("\";\"", "auto"),
            NORTH + "quote: '\"'",
            NORTH + "quote: none",
            NORTH.replace("Windows-1252", "UTF-8"),
            NORTH + "  checkins: {columns: {craving: Thirst}}",
            "name: north")) {
      assertThat(parse(other).fingerprint()).isNotEqualTo(parse(NORTH).fingerprint());
    }
    assertThat(parse("name: north").fingerprint())
        .isEqualTo(SourceProfile.canonical().fingerprint());
  }

  @Test
  void travelsToTasks() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(parse(NORTH));
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(in.readObject()).isEqualTo(parse(NORTH));
    }
  }

  @Test
  void profilesAreFoundInTheOwnFolderFirst(@TempDir Path own) throws IOException {
    // the shipped one and the built-in one say the same in other words
    String canonical = SourceProfile.canonical().fingerprint();
    assertThat(Profiles.find("canonical", own).fingerprint()).isEqualTo(canonical);
    assertThat(Profiles.find("canonical", own.resolve("nowhere")).fingerprint())
        .isEqualTo(canonical);
    assertThat(Profiles.find("shipped-for-tests", own).delimiter()).isEqualTo("|");
    Files.writeString(own.resolve("shipped-for-tests.yml"), "name: shipped-for-tests");
    Files.writeString(own.resolve("north.yml"), NORTH);
    assertThat(Profiles.find("shipped-for-tests", own).delimiter()).isEqualTo("auto");
    assertThat(Profiles.find("north", own)).isEqualTo(parse(NORTH));
    for (String name : List.of("south", "../north", "")) {
      assertThatThrownBy(() -> Profiles.find(name, own))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("canonical")
          .hasMessageContaining("north, shipped-for-tests");
    }
    Files.writeString(own.resolve("south.yml"), NORTH);
    assertThatThrownBy(() -> Profiles.find("south", own)).hasMessageContaining("write name: south");
  }
}
