package org.throughline.report.file;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.throughline.figure.Acceptance;
import org.throughline.figure.Finding;
import org.throughline.figure.FindingLevel;
import org.throughline.figure.Place;

/** Findings of data checks as part of {@code publication.json}, there and back. */
final class FindingsJson {
  private static final String ACCEPTED = "accepted";

  private FindingsJson() {}

  static Map<String, Object> of(Finding finding) {
    SortedMap<String, Object> entry = new TreeMap<>();
    entry.put("check", finding.check());
    entry.put("level", finding.level().code());
    entry.put("feed", finding.place().feed());
    entry.put("site", finding.place().site());
    entry.put("column", finding.place().column());
    entry.put("file", finding.place().file());
    entry.put("sentence", finding.sentence());
    finding
        .acceptance()
        .ifPresent(
            acceptance ->
                entry.put(
                    ACCEPTED,
                    new TreeMap<>(
                        Map.of(
                            "by", acceptance.by(),
                            "at", acceptance.at().toString(),
                            "reason", acceptance.reason()))));
    return entry;
  }

  /** The findings of a list; none where there is no list. */
  static List<Finding> read(JsonNode list) {
    List<Finding> findings = new ArrayList<>();
    for (JsonNode entry : list) {
      findings.add(
          new Finding(
              entry.required("check").asText(),
              level(entry.required("level").asText()),
              new Place(
                  entry.required("feed").asText(),
                  entry.required("site").asText(),
                  entry.required("column").asText(),
                  entry.required("file").asText()),
              entry.required("sentence").asText(),
              entry.has(ACCEPTED)
                  ? Optional.of(acceptance(entry.required(ACCEPTED)))
                  : Optional.empty()));
    }
    return findings;
  }

  private static FindingLevel level(String code) {
    for (FindingLevel level : FindingLevel.values()) {
      if (level.code().equals(code)) {
        return level;
      }
    }
    throw new IllegalArgumentException("there is no level " + code);
  }

  private static Acceptance acceptance(JsonNode node) {
    return new Acceptance(
        node.required("by").asText(),
        Instant.parse(node.required("at").asText()),
        node.required("reason").asText());
  }
}
