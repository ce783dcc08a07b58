package org.throughline.jobs.home;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.throughline.check.Accepted;
import org.throughline.check.Check;
import org.throughline.figure.Acceptance;
import org.throughline.figure.Place;

/**
 * What was ever accepted on a home, oldest first: {@code acceptances.json}. It is written whole and
 * put in place at once, so it is never half there.
 *
 * @param file where it lies; it need not exist
 */
public record AcceptanceFile(Path file) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** That of a home. */
  public static AcceptanceFile of(Home home) {
    return new AcceptanceFile(home.root().resolve("acceptances.json"));
  }

  /**
   * Everything in it.
   *
   * @throws IOException if it cannot be read; the message names it
   */
  public List<Accepted> read() throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      List<Accepted> all = new ArrayList<>();
      for (JsonNode entry : JSON.readTree(Files.readString(file, UTF_8))) {
        all.add(accepted(entry));
      }
      return all;
    } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
      throw new IOException(file + " is no list of acceptances: " + e.getMessage(), e);
    }
  }

  /** Replaces everything in it. */
  public void write(List<Accepted> all) throws IOException {
    ArrayNode list = JSON.createArrayNode();
    all.forEach(one -> put(one, list.addObject()));
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(
        fresh, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(list) + "\n", UTF_8);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static Accepted accepted(JsonNode entry) {
    String check = entry.required("check").asText();
    return new Accepted(
        YearMonth.parse(entry.required("month").asText()),
        Check.of(check)
            .orElseThrow(() -> new IllegalArgumentException("there is no check " + check)),
        new Place(
            entry.required("feed").asText(),
            entry.required("site").asText(),
            entry.required("column").asText(),
            entry.required("file").asText()),
        entry.required("measured").asDouble(),
        entry.required("severity").asDouble(),
        entry.required("data_identity").asText(),
        new Acceptance(
            entry.required("by").asText(),
            Instant.parse(entry.required("at").asText()),
            entry.required("reason").asText()));
  }

  private static void put(Accepted accepted, ObjectNode entry) {
    entry
        .put("month", accepted.month().toString())
        .put("check", accepted.check().id())
        .put("feed", accepted.place().feed())
        .put("site", accepted.place().site())
        .put("column", accepted.place().column())
        .put("file", accepted.place().file())
        .put("measured", accepted.measured())
        .put("severity", accepted.severity())
        .put("data_identity", accepted.dataIdentity())
        .put("by", accepted.acceptance().by())
        .put("at", accepted.acceptance().at().toString())
        .put("reason", accepted.acceptance().reason());
  }
}
