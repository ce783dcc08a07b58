package org.throughline.report.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicationJsonTest {

  /** SHA-256 of "abc", from FIPS 180-2. */
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir private Path folder;

  private PublicationJson publication() throws IOException {
    Files.createDirectories(folder.resolve("charts"));
    Files.writeString(folder.resolve("charts").resolve("a.svg"), "abc");
    return PublicationJson.of(Figures.report(List.of(), List.of(), List.of()), folder);
  }

  @Test
  void text() throws IOException {
    assertThat(publication().text())
        .isEqualTo(
            "{\n"
                + "  \"cut\": \"2025-06-30\",\n"
                + "  \"data_identity\": \"ab12\",\n"
                + "  \"edition\": 3,\n"
                + "  \"files\": {\n"
                + "    \"charts/a.svg\": \""
                + ABC
                + "\"\n"
                + "  },\n"
                + "  \"findings\": [ ],\n"
                + "  \"measures\": { },\n"
                + "  \"month\": \"2025-06\",\n"
                + "  \"program\": \"Fernhollow\",\n"
                + "  \"settings\": {\n"
                + "    \"silence_days\": \"30\"\n"
                + "  },\n"
                + "  \"verdicts\": {\n"
                + "    \"attendance\": \"none\",\n"
                + "    \"completion\": \"none\",\n"
                + "    \"continuous\": \"none\",\n"
                + "    \"retention\": \"none\"\n"
                + "  }\n"
                + "}\n");
  }

  @Test
  void readsWhatItWrote() throws IOException {
    PublicationJson written = publication();
    Files.writeString(folder.resolve(PublicationJson.NAME), written.text());
    assertThat(PublicationJson.read(folder)).isEqualTo(written);
    assertThat(written.differences(folder)).isEmpty();
  }

  @Test
  void namesEveryDifference() throws IOException {
    Files.writeString(folder.resolve("gone.csv"), "x");
    PublicationJson written = publication();
    Files.delete(folder.resolve("gone.csv"));
    Files.writeString(folder.resolve("charts").resolve("a.svg"), "abd");
    Files.writeString(folder.resolve("new.txt"), "x");
    assertThat(written.differences(folder))
        .containsExactly(
            "charts/a.svg was changed",
            "gone.csv is missing",
            "new.txt is not part of the publication");
  }

  @Test
  void refusesAnotherFile() throws IOException {
    Files.writeString(folder.resolve(PublicationJson.NAME), "{\"month\": 3}");
    assertThatThrownBy(() -> PublicationJson.read(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is not a publication");
  }
}
