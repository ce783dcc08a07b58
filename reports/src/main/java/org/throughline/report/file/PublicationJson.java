package org.throughline.report.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.throughline.figure.Definition;
import org.throughline.figure.Finding;
import org.throughline.figure.MonthReport;
import org.throughline.report.page.MonthPage;

/**
 * {@code publication.json}: what a published month is, and the SHA-256 of every file beside it. It
 * is written last, so a folder that holds it is complete: it is the commit mark.
 *
 * @param program the program's name
 * @param month the reporting month
 * @param edition 1 for the first publication of the month
 * @param cut its last day
 * @param measures version by measure id
 * @param settings that moved the figures, by name
 * @param dataIdentity SHA-256 over the deliveries that count
 * @param findings of the data checks, gravest first, with who accepted them and why
 * @param verdicts what the page says of each headline's change, by measure
 * @param files SHA-256 by path inside the folder, with forward slashes
 */
public record PublicationJson(
    String program,
    YearMonth month,
    int edition,
    LocalDate cut,
    SortedMap<String, Integer> measures,
    SortedMap<String, String> settings,
    String dataIdentity,
    List<Finding> findings,
    SortedMap<String, String> verdicts,
    SortedMap<String, String> files) {

  /** The file's name. */
  public static final String NAME = "publication.json";

  private static final ObjectMapper JSON = new ObjectMapper();

  public PublicationJson {
    measures = new TreeMap<>(measures);
    settings = new TreeMap<>(settings);
    findings = List.copyOf(findings);
    verdicts = new TreeMap<>(verdicts);
    files = new TreeMap<>(files);
  }

  /** The publication of a report whose files all lie in a folder. */
  static PublicationJson of(MonthReport report, Path folder) throws IOException {
    SortedMap<String, Integer> measures = new TreeMap<>();
    for (Definition definition : report.definitions()) {
      measures.put(definition.id(), definition.version());
    }
    return new PublicationJson(
        report.program(),
        report.month(),
        report.edition(),
        report.cut(),
        measures,
        new TreeMap<>(report.settings()),
        report.dataIdentity(),
        report.findings(),
        MonthPage.verdicts(report),
        Digests.ofFolder(folder, NAME));
  }

  /** Pretty printed, keys in order, LF, with a line end at the end. */
  public String text() {
    Map<String, Object> root = new TreeMap<>();
    root.put("program", program);
    root.put("month", month.toString());
    root.put("edition", edition);
    root.put("cut", cut.toString());
    root.put("measures", measures);
    root.put("settings", settings);
    root.put("data_identity", dataIdentity);
    root.put("findings", findings.stream().map(FindingsJson::of).toList());
    root.put("verdicts", verdicts);
    root.put("files", files);
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
                Separators.createDefaultInstance()
                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER))
            .withObjectIndenter(indenter)
            .withArrayIndenter(indenter);
    try {
      return JSON.writer(printer).writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Texts and numbers can always be written as JSON", e);
    }
  }

  /**
   * Reads the publication of a folder.
   *
   * @throws IOException if the file is missing, or is not a publication; the message names it
   */
  public static PublicationJson read(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    JsonNode root;
    try {
      root = JSON.readTree(Files.readString(file, StandardCharsets.UTF_8));
      return new PublicationJson(
          root.required("program").asText(),
          YearMonth.parse(root.required("month").asText()),
          root.required("edition").asInt(),
          LocalDate.parse(root.required("cut").asText()),
          versions(root.required("measures")),
          texts(root.required("settings")),
          root.required("data_identity").asText(),
          FindingsJson.read(root.path("findings")),
          texts(root.path("verdicts")),
          texts(root.required("files")));
    } catch (JsonProcessingException | IllegalArgumentException | DateTimeParseException e) {
      throw new IOException(file + " is not a publication: " + e.getMessage(), e);
    }
  }

  /**
   * Compares a folder with what its publication says of it.
   *
   * @return one line for each file that is missing, changed or not listed; empty if all is well
   */
  public List<String> differences(Path folder) throws IOException {
    SortedMap<String, String> found = Digests.ofFolder(folder, NAME);
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, String> entry : files.entrySet()) {
      String digest = found.remove(entry.getKey());
      if (digest == null) {
        lines.add(entry.getKey() + " is missing");
      } else if (!digest.equals(entry.getValue())) {
        lines.add(entry.getKey() + " was changed");
      }
    }
    found.keySet().forEach(name -> lines.add(name + " is not part of the publication"));
    return lines;
  }

  private static SortedMap<String, Integer> versions(JsonNode node) {
    SortedMap<String, Integer> map = new TreeMap<>();
    node.properties().forEach(e -> map.put(e.getKey(), e.getValue().asInt()));
    return map;
  }

  private static SortedMap<String, String> texts(JsonNode node) {
    SortedMap<String, String> map = new TreeMap<>();
    node.properties().forEach(e -> map.put(e.getKey(), e.getValue().asText()));
    return map;
  }
}
