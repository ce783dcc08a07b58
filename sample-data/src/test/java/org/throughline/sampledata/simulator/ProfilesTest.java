package org.throughline.sampledata.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfilesTest {

  /** The codes of the feeds' contract, for columns that hold codes. */
  private static final Map<String, Set<String>> CANONICAL_CODES =
      Map.ofEntries(
          Map.entry(
              "discharge_reason",
              Set.of(
                  "completed",
                  "transferred",
                  "left",
                  "administrative",
                  "incarcerated",
                  "deceased",
                  "other")),
          Map.entry("tier", Set.of("OP", "IOP", "HIOP", "OTP", "RES")),
          Map.entry(
              "prior_care",
              Set.of("residential", "hospital", "intensive_outpatient", "detox", "none")),
          Map.entry(
              "age_group",
              Set.of("12-17", "18-24", "25-34", "35-44", "45-54", "55-64", "65+", "55+")),
          Map.entry("sex", Set.of("F", "M", "other")),
          Map.entry(
              "primary_substance",
              Set.of("alcohol", "opioid", "stimulant", "cannabis", "sedative", "other")),
          Map.entry("medication", Set.of("yes", "no")),
          Map.entry("daily_role", Set.of("employed", "student", "caregiver", "several", "none")),
          Map.entry(
              "service",
              Set.of(
                  "individual",
                  "group",
                  "family",
                  "education",
                  "medication",
                  "peer",
                  "case_management",
                  "relapse_prevention",
                  "unscheduled")),
          Map.entry(
              "status",
              Set.of(
                  "attended", "no_show", "cancelled_by_client", "cancelled_by_program", "excused")),
          Map.entry("mode", Set.of("in_person", "telehealth")),
          Map.entry("family_present", Set.of("yes", "no")),
          Map.entry("reported_use", Set.of("none", "used", "declined")),
          Map.entry("test_result", Set.of("negative", "positive", "refused", "invalid")),
          Map.entry("role_kept", Set.of("yes", "no")),
          Map.entry("severity", Set.of("lapse", "relapse")),
          Map.entry("source", Set.of("self_report", "test", "clinician", "family")));

  @ParameterizedTest
  @ValueSource(strings = {"canonical", "harbor", "ctn"})
  void isPackagedUnderItsNameAndHasNoOtherKeysThanTheFormat(String name) {
    Map<String, Object> yaml = ShippedProfile.named(name).yaml();
    assertThat(yaml)
        .containsEntry("name", name)
        .containsOnlyKeys("name", "description", "encoding", "delimiter", "dates", "feeds");
    for (Feed feed : Feed.values()) {
      Set<String> columns = new HashSet<>(feed.columns());
      columns.add(Feed.ROW_DELETED);
      assertThat(columns).containsAll(ShippedProfile.named(name).columns(feed.label()).keySet());
      for (String column : feed.columns()) {
        assertThat(CANONICAL_CODES.getOrDefault(column, Set.of()))
            .as(name + " " + feed.label() + "." + column)
            .containsAll(ShippedProfile.named(name).codes(feed.label(), column).values());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Feed.class)
  void harborMapsBackWhatHarborWrites(Feed feed) {
    ShippedProfile harbor = ShippedProfile.named("harbor");
    assertThat(harbor.columns(feed.label())).isEqualTo(HarborNames.COLUMNS.get(feed));
    for (String column : feed.columns()) {
      Map<String, String> back = new HashMap<>();
      HarborNames.CODES
          .getOrDefault(feed, Map.of())
          .getOrDefault(column, Map.of())
          .forEach((canonical, site) -> back.put(site, canonical));
      assertThat(harbor.codes(feed.label(), column)).as(column).isEqualTo(back);
    }
  }

  @Test
  void shippedFeedsHoldNoCodeThatTheirProfileCannotRead() throws IOException {
    Set<String> dirt = Set.of("yoga", "hologram", "sometimes", "9.9", "");
    for (Feed feed : Feed.values()) {
      for (DeliveredRow row : DeliveredRow.read(ShippedFeedsTest.FEEDS, feed)) {
        for (String column : feed.columns()) {
          String cell = row.cell(column);
          if (CANONICAL_CODES.containsKey(column) && !dirt.contains(cell)) {
            assertThat(CANONICAL_CODES.get(column)).as(row.file() + " " + column).contains(cell);
          }
        }
      }
    }
  }

  @Test
  void ctnReadsEveryCodeOfTheRealFeeds() throws IOException {
    Path folder = sharedFolder().resolve("real/ctn-0027");
    assumeThat(folder).as("the real feeds are not beside this checkout").isDirectory();
    ShippedProfile ctn = ShippedProfile.named("ctn");
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    Set<String> mapped = new HashSet<>();
    for (Feed feed : List.of(Feed.EPISODES, Feed.ATTENDANCE, Feed.CHECKINS, Feed.RELAPSES)) {
      Path file = folder.resolve(feed.label() + ".csv.gz");
      try (Reader reader = new InputStreamReader(DeliveredRow.open(file), StandardCharsets.UTF_8);
          CSVParser parser = format.parse(reader)) {
        assertThat(feed.columns()).containsAll(parser.getHeaderNames());
        for (CSVRecord record : parser) {
          for (String column : parser.getHeaderNames()) {
            String cell = record.get(column);
            String code = ctn.codes(feed.label(), column).getOrDefault(cell, cell);
            if (CANONICAL_CODES.containsKey(column) && !code.isEmpty()) {
              assertThat(CANONICAL_CODES.get(column)).as(column).contains(code);
            }
            if (!code.equals(cell)) {
              mapped.add(cell);
            }
          }
        }
      }
    }
    assertThat(mapped).contains("dropout");
  }

  private static Path sharedFolder() {
    String named = System.getenv("THROUGHLINE_SHARED");
    Path shared = named == null ? Path.of("../../shared") : Path.of(named);
    return Files.isDirectory(shared) ? shared : Path.of("../../shared");
  }
}
