package org.throughline.sampledata.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.sampledata.simulator.SimulationSettings.Dirt;
import org.throughline.sampledata.simulator.SimulationSettings.Packing;

class SimulationTest {

  @TempDir Path scratch;

  private SimulationSettings settings(String folder) {
    return SimulationSettings.of(60, 6, 7, scratch.resolve(folder)).withPacking(Packing.PLAIN);
  }

  private static Map<String, String> texts(Path folder) throws IOException {
    Map<String, String> texts = new HashMap<>();
    for (Path file : DeliveredRow.files(folder)) {
      texts.put(folder.relativize(file).toString(), Files.readString(file));
    }
    return texts;
  }

  @Test
  void sameSeedSameFeedsOtherSeedOtherFeeds() throws IOException {
    Truth first = Simulation.run(settings("a"));
    Truth second = Simulation.run(settings("b"));
    Simulation.run(
        SimulationSettings.of(60, 6, 8, scratch.resolve("c")).withPacking(Packing.PLAIN));
    assertThat(texts(scratch.resolve("b"))).isEqualTo(texts(scratch.resolve("a")));
    assertThat(second).isEqualTo(first);
    assertThat(texts(scratch.resolve("c"))).isNotEqualTo(texts(scratch.resolve("a")));
  }

  @Test
  void packingChangesNoText() throws IOException {
    Simulation.run(settings("plain"));
    Simulation.run(settings("packed").withPacking(Packing.GZIP));
    for (Path file : DeliveredRow.files(scratch.resolve("plain"))) {
      Path packed =
          scratch.resolve("packed").resolve(scratch.resolve("plain").relativize(file) + ".gz");
      assertThat(DeliveredRow.bytes(packed)).isEqualTo(Files.readAllBytes(file));
    }
  }

  @Test
  void moreClientsLeaveTheOthersAsTheyWere() throws IOException {
    SimulationSettings few = settings("few").withDirt(Dirt.NONE);
    SimulationSettings many =
        SimulationSettings.of(90, 6, 7, scratch.resolve("many"))
            .withPacking(Packing.PLAIN)
            .withDirt(Dirt.NONE);
    assertThat(Simulation.lives(many).limit(60)).isEqualTo(Simulation.lives(few).toList());

    Simulation.run(few);
    Simulation.run(many);
    Map<String, String> larger = texts(scratch.resolve("many"));
    // Clients are written in order, so each file of the smaller run begins that of the larger one.
    texts(scratch.resolve("few"))
        .forEach((name, text) -> assertThat(larger.get(name)).as(name).startsWith(text));
  }

  @Test
  void anotherFamilyHazardRatioChangesExitsOnly() {
    SimulationSettings one = settings("x").withFamilyHazardRatio(1.0);
    List<ClientLife> without = Simulation.lives(one).toList();
    List<ClientLife> with = Simulation.lives(one.withFamilyHazardRatio(0.3)).toList();
    assertThat(with.stream().map(ClientLife::person))
        .isEqualTo(without.stream().map(ClientLife::person).toList());
    int stayedLonger = 0;
    for (int client = 0; client < without.size(); client++) {
      EpisodeLife before = without.get(client).episodes().get(0);
      EpisodeLife after = with.get(client).episodes().get(0);
      assertThat(after.admittedOn()).isEqualTo(before.admittedOn());
      assertThat(after.tier()).isEqualTo(before.tier());
      if (!before.involvedOn(before.exitDay())) {
        assertThat(after.exitDay()).isEqualTo(before.exitDay());
      }
      stayedLonger += after.exitDay() > before.exitDay() ? 1 : 0;
    }
    assertThat(stayedLonger).isPositive();
  }

  @Test
  void rowCountsAreThoseOfTheFiles() throws IOException {
    Truth truth = Simulation.run(settings("rows"));
    for (Feed feed : Feed.values()) {
      assertThat((long) DeliveredRow.read(scratch.resolve("rows"), feed).size())
          .as(feed.label())
          .isEqualTo(truth.rows().get(feed.label()).read())
          .isPositive();
    }
  }

  @Test
  void withoutDirtNothingIsFaulty() throws IOException {
    Truth truth = Simulation.run(settings("clean").withDirt(Dirt.NONE));
    assertThat(truth.dirt()).isEmpty();
    Set<String> episodes =
        new HashSet<>(DeliveredRow.standing(scratch.resolve("clean"), Feed.EPISODES).keySet());
    for (Feed feed : List.of(Feed.PLACEMENTS, Feed.ATTENDANCE, Feed.CHECKINS, Feed.RELAPSES)) {
      Set<String> known =
          DeliveredRow.read(scratch.resolve("clean"), feed).stream()
              .map(row -> row.cell("episode_id"))
              .collect(Collectors.toSet());
      assertThat(episodes).as(feed.label()).containsAll(known);
    }
  }

  @Test
  void siteTwoHasWindowsLineEnds() throws IOException {
    Simulation.run(settings("ends"));
    Path month = scratch.resolve("ends/2025-06");
    assertThat(Files.readString(month.resolve("episodes-south-2025-06.csv")))
        .contains("\r\n")
        .doesNotContainPattern("[^\r]\n");
    assertThat(Files.readString(month.resolve("episodes-north-2025-06.csv")))
        .contains("\n")
        .doesNotContain("\r");
  }

  @Test
  void manySitesAndOneSiteWorkToo() throws IOException {
    Truth many = Simulation.run(settings("many").withSites(12));
    assertThat(many.sites().stream().map(Truth.SiteTruth::name))
        .hasSize(12)
        .doesNotHaveDuplicates()
        .contains("north", "site12");
    assertThat(Simulation.run(settings("one").withSites(1)).sites()).hasSize(1);
  }

  @Test
  void refusesAFolderThatHoldsSomething() throws IOException {
    Simulation.run(settings("twice"));
    assertThatThrownBy(() -> Simulation.run(settings("twice")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is not empty");
  }

  @Test
  void refusesSenselessSettings() {
    assertThatThrownBy(() -> SimulationSettings.of(0, 6, 7, scratch))
        .hasMessage("clients must be at least 1, not 0");
    assertThatThrownBy(() -> SimulationSettings.of(5, 0, 7, scratch))
        .hasMessage("months must be 1 to 600, not 0");
    assertThatThrownBy(() -> settings("x").withFamilyHazardRatio(0))
        .hasMessage("family hazard ratio must be above 0, not 0.0");
  }
}
