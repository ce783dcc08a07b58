package org.throughline.jobs.month;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.throughline.episode.EpisodeColumn;
import org.throughline.episode.FoldRules;
import org.throughline.episode.FoldRules.RefusedTest;
import org.throughline.episode.Tier;
import org.throughline.episode.Tiers;
import org.throughline.measure.MeasurePlan;

/**
 * What a publication was computed from, in full: with it and the pinned data alone it can be
 * computed again, whatever the home's settings are by then.
 *
 * @param plan month, rules, tiers and length of the series
 * @param edition of the publication
 * @param program the program's name
 * @param smallCell cells under this many clients are hidden
 * @param tag of {@code timelines}
 * @param snapshot that it named
 * @param dataIdentity SHA-256 over the deliveries that counted
 * @param through number of the last delivery that it took in
 * @param measures version by measure id
 * @param settings that moved the figures, as they are published
 * @param withoutHash data files of which no hash was kept at their commit
 * @param talliesSha256 of the kept counts
 * @param filesSha256 of the list of data files
 */
record PublicationPin(
    MeasurePlan plan,
    int edition,
    String program,
    int smallCell,
    String tag,
    long snapshot,
    String dataIdentity,
    int through,
    SortedMap<String, Integer> measures,
    SortedMap<String, String> settings,
    long withoutHash,
    String talliesSha256,
    String filesSha256) {
  private static final ObjectMapper JSON = new ObjectMapper();

  PublicationPin {
    measures = new TreeMap<>(measures);
    settings = new TreeMap<>(settings);
  }

  PublicationPin kept(String tallies, String files) {
    return new PublicationPin(
        plan,
        edition,
        program,
        smallCell,
        tag,
        snapshot,
        dataIdentity,
        through,
        measures,
        settings,
        withoutHash,
        tallies,
        files);
  }

  String text() {
    ObjectNode root = JSON.createObjectNode();
    root.put("month", plan.month().toString());
    root.put("edition", edition);
    root.put("program", program);
    root.put("cohort_months", plan.rules().cohortMonths());
    root.put("silence_days", plan.rules().silenceDays());
    root.put("landmark_day", plan.rules().landmarkDay());
    root.put("refused_test", plan.rules().refusedTest().name().toLowerCase(Locale.ROOT));
    root.put("small_cell", smallCell);
    root.put("series_months", plan.seriesMonths());
    ArrayNode tiers = root.putArray("tiers");
    for (Tier tier : plan.tiers().inOrder()) {
      ObjectNode node = tiers.addObject().put("code", tier.code()).put("label", tier.label());
      tier.floorHours().ifPresent(hours -> node.put("floor_hours", hours));
      tier.aliases().forEach(node.putArray("aliases")::add);
    }
    plan.groups().stream().map(EpisodeColumn::code).forEach(root.putArray("groups")::add);
    root.put("timelines_tag", tag);
    root.put("timelines_snapshot", snapshot);
    root.put("data_identity", dataIdentity);
    root.put("deliveries_through", through);
    ObjectNode versions = root.putObject("measures");
    measures.forEach(versions::put);
    ObjectNode published = root.putObject("settings");
    settings.forEach(published::put);
    root.put("files_without_hash", withoutHash);
    root.put("tallies_sha256", talliesSha256);
    root.put("files_sha256", filesSha256);
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts and numbers can always be written as JSON", e);
    }
  }

  /**
   * Reads a pin.
   *
   * @throws IOException if it is missing or is none; the message names it
   */
  static PublicationPin read(Path file) throws IOException {
    try {
      JsonNode root = JSON.readTree(Files.readString(file, UTF_8));
      FoldRules rules =
          new FoldRules(
              root.required("cohort_months").asInt(),
              root.required("silence_days").asInt(),
              root.required("landmark_day").asInt(),
              // not named by pins of before there was a choice
              RefusedTest.valueOf(
                  root.path("refused_test").asText("use").toUpperCase(Locale.ROOT)));
      List<Tier> tiers = new ArrayList<>();
      root.required("tiers").forEach(node -> tiers.add(tier(node)));
      List<EpisodeColumn> groups = new ArrayList<>();
      root.path("groups")
          .forEach(node -> EpisodeColumn.named(node.asText()).ifPresent(groups::add));
      SortedMap<String, Integer> measures = new TreeMap<>();
      root.required("measures")
          .properties()
          .forEach(entry -> measures.put(entry.getKey(), entry.getValue().asInt()));
      SortedMap<String, String> settings = new TreeMap<>();
      root.required("settings")
          .properties()
          .forEach(entry -> settings.put(entry.getKey(), entry.getValue().asText()));
      return new PublicationPin(
          new MeasurePlan(
              YearMonth.parse(root.required("month").asText()),
              rules,
              new Tiers(tiers),
              root.required("series_months").asInt(),
              groups),
          root.required("edition").asInt(),
          root.required("program").asText(),
          root.required("small_cell").asInt(),
          root.required("timelines_tag").asText(),
          root.required("timelines_snapshot").asLong(),
          root.required("data_identity").asText(),
          root.required("deliveries_through").asInt(),
          measures,
          settings,
          root.required("files_without_hash").asLong(),
          root.required("tallies_sha256").asText(),
          root.required("files_sha256").asText());
    } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
      String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new IOException(file + " is no pin: " + why, e);
    }
  }

  private static Tier tier(JsonNode node) {
    List<String> aliases = new ArrayList<>();
    node.required("aliases").forEach(alias -> aliases.add(alias.asText()));
    return new Tier(
        node.required("code").asText(),
        node.required("label").asText(),
        node.has("floor_hours")
            ? OptionalInt.of(node.required("floor_hours").asInt())
            : OptionalInt.empty(),
        aliases);
  }
}
