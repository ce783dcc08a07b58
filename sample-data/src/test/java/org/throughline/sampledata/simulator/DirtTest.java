package org.throughline.sampledata.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.sampledata.simulator.SimulationSettings.Exports;

/**
 * Every fault that {@code truth.json} counts is found in the files, by its looks alone, and as
 * often; so a reader's rejects can be reconciled with that count.
 */
class DirtTest {

  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  @TempDir static Path scratch;

  private static Truth truth;

  @BeforeAll
  static void simulate() throws IOException {
    truth =
        Simulation.run(
            SimulationSettings.of(900, 12, 3, scratch).withExports(Exports.ODD_THIRD_SITE));
  }

  private static Map<String, Long> found(Feed feed) throws IOException {
    Map<String, DeliveredRow> episodes = DeliveredRow.standing(scratch, Feed.EPISODES);
    Map<String, Long> found = new TreeMap<>();
    Set<String> seenInFile = new HashSet<>();
    for (DeliveredRow row : DeliveredRow.read(scratch, feed)) {
      String whole = row.file() + " " + new TreeMap<>(row.cells());
      boolean again = !seenInFile.add(whole);
      kind(row, episodes, again).ifPresent(kind -> found.merge(kind.label(), 1L, Long::sum));
    }
    return found;
  }

  private static Optional<DirtKind> kind(
      DeliveredRow row, Map<String, DeliveredRow> episodes, boolean again) {
    for (String column : row.feed().dates()) {
      String cell = row.cell(column);
      if (!cell.isEmpty() && !DATE.matcher(cell).matches()) {
        return Optional.of(DirtKind.WRONG_DATE);
      }
    }
    return Optional.ofNullable(
        switch (row.feed()) {
          case EPISODES -> row.cell("tier").equals("9.9") ? DirtKind.UNKNOWN_REQUIRED_CODE : null;
          case ATTENDANCE -> session(row, episodes, again);
          case CHECKINS -> checkin(row, episodes, again);
          case PLACEMENTS, RELAPSES -> null;
        });
  }

  private static DirtKind session(
      DeliveredRow row, Map<String, DeliveredRow> episodes, boolean again) {
    if (row.cell("service").equals("yoga")) {
      return DirtKind.UNKNOWN_REQUIRED_CODE;
    }
    if (row.cell("status").isEmpty()) {
      return DirtKind.BLANK_REQUIRED;
    }
    DeliveredRow episode = episodes.get(row.cell("episode_id"));
    if (episode == null) {
      return DirtKind.UNKNOWN_EPISODE;
    }
    LocalDate on = LocalDate.parse(row.cell("scheduled_on"));
    if (on.isBefore(LocalDate.parse(episode.cell("admitted_on")).minusDays(7))) {
      return DirtKind.BEFORE_ADMISSION;
    }
    String discharged = episode.cell("discharged_on");
    if (!discharged.isEmpty() && on.isAfter(LocalDate.parse(discharged).plusDays(7))) {
      boolean misfiled = !row.key().contains(row.cell("episode_id"));
      return misfiled ? DirtKind.UNDER_EARLIER_EPISODE : DirtKind.AFTER_DISCHARGE;
    }
    if (row.cell("mode").equals("hologram")) {
      return DirtKind.UNKNOWN_OPTIONAL_CODE;
    }
    if (row.cell("staff_note").contains("\n")) {
      return DirtKind.QUOTED_LINE_BREAK;
    }
    return again ? DirtKind.DUPLICATE : null;
  }

  private static DirtKind checkin(
      DeliveredRow row, Map<String, DeliveredRow> episodes, boolean again) {
    if (row.cell("checkin_on").isEmpty()) {
      return DirtKind.BLANK_REQUIRED;
    }
    if (row.cell("reported_use").isEmpty() && row.cell("test_result").isEmpty()) {
      return DirtKind.NO_ANSWER;
    }
    if (!episodes.containsKey(row.cell("episode_id"))) {
      return DirtKind.UNKNOWN_EPISODE;
    }
    if (row.cell("role_kept").equals("sometimes")) {
      return DirtKind.UNKNOWN_OPTIONAL_CODE;
    }
    return again ? DirtKind.DUPLICATE : null;
  }

  @Test
  void everyFaultIsInTheFilesAsOftenAsTheTruthSays() throws IOException {
    for (Feed feed : Feed.values()) {
      Map<String, Long> told = truth.dirt().getOrDefault(feed.label(), Map.of());
      assertThat(found(feed)).as(feed.label()).isEqualTo(new TreeMap<>(told));
    }
  }

  @Test
  void everyKindOccurs() {
    Set<String> kinds = new HashSet<>();
    truth.dirt().values().forEach(ofFeed -> kinds.addAll(ofFeed.keySet()));
    assertThat(kinds)
        .containsAll(List.of(DirtKind.values()).stream().map(DirtKind::label).toList());
    assertThat(truth.dirt()).containsOnlyKeys("episodes", "attendance", "checkins");
  }

  @Test
  void rejectsAndHeldRowsAddUpFromTheKinds() {
    Map<String, Long> sessions = truth.dirt().get("attendance");
    assertThat(truth.rows().get("attendance").held()).isEqualTo(sessions.get("unknown_episode"));
    assertThat(truth.rows().get("attendance").rejected())
        .isEqualTo(
            sessions.get("unknown_required_code")
                + sessions.get("wrong_date")
                + sessions.get("blank_required")
                + sessions.get("before_admission")
                + sessions.get("after_discharge")
                + sessions.get("under_earlier_episode"));
    Map<String, Long> checkins = truth.dirt().get("checkins");
    assertThat(truth.rows().get("checkins").rejected())
        .isEqualTo(
            checkins.get("wrong_date")
                + checkins.get("blank_required")
                + checkins.get("no_answer"));
  }

  @Test
  void noFileHasSoManyFaultsThatItWouldStopARun() throws IOException {
    for (Feed feed : List.of(Feed.EPISODES, Feed.ATTENDANCE, Feed.CHECKINS)) {
      Map<String, DeliveredRow> episodes = DeliveredRow.standing(scratch, Feed.EPISODES);
      Map<Path, int[]> byFile = new HashMap<>();
      for (DeliveredRow row : DeliveredRow.read(scratch, feed)) {
        int[] counts = byFile.computeIfAbsent(row.file(), file -> new int[2]);
        counts[0]++;
        counts[1] += kind(row, episodes, false).isPresent() ? 1 : 0;
      }
      byFile.forEach(
          (file, counts) ->
              assertThat(counts[1]).as(file.toString()).isLessThanOrEqualTo(counts[0] * 5 / 100));
    }
  }

  @Test
  void everyChangeOccursAndWithdrawalsAreInTheFiles() throws IOException {
    assertThat(truth.changes()).hasSize(ChangeKind.values().length);
    assertThat(truth.changes().values()).allSatisfy(number -> assertThat(number).isPositive());
    long withdrawn = 0;
    for (Feed feed : Feed.values()) {
      withdrawn +=
          DeliveredRow.read(scratch, feed).stream().filter(DeliveredRow::withdrawn).count();
    }
    assertThat(withdrawn).isEqualTo(truth.changes().get("withdrawn"));
  }

  @Test
  void canariesAreInTheFilesAndInTheTruth() throws IOException {
    Set<String> clients = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (DeliveredRow row : DeliveredRow.read(scratch, Feed.EPISODES)) {
      if (row.cell("client_id").startsWith(Person.CANARY)) {
        clients.add(row.cell("client_id"));
        names.add(row.cell("client_name"));
      }
    }
    assertThat(clients).hasSizeGreaterThan(5).isEqualTo(Set.copyOf(truth.canaries()));
    assertThat(names)
        .hasSameSizeAs(clients)
        .allSatisfy(name -> assertThat(name).startsWith("CANARY-NAME "));
    assertThat(
            DeliveredRow.read(scratch, Feed.ATTENDANCE).stream()
                .filter(row -> row.cell("staff_note").startsWith("CANARY-NOTE")))
        .isNotEmpty();
  }
}
