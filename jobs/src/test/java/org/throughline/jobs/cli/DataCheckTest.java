package org.throughline.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.figure.Acceptance;
import org.throughline.figure.Finding;
import org.throughline.jobs.home.Home;
import org.throughline.report.file.PublicationJson;
import org.throughline.sampledata.simulator.Simulation;
import org.throughline.sampledata.simulator.SimulationSettings;

/** A month without one site's feeds: stopped, accepted, published, and later repaired. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DataCheckTest {
  private static final YearMonth MONTH = SimulationSettings.DEFAULT_LAST_MONTH;
  private static final String REASON = "North's <server> is down; its feeds follow in July";

  @TempDir static Path folder;

  private static Path feeds = Path.of("");
  private static Path late = Path.of("");
  private static Home home = new Home(Path.of(""));

  private final Session session = Session.plain();

  @BeforeAll
  static void simulate() throws IOException {
    feeds = folder.resolve("feeds");
    Simulation.run(SimulationSettings.of(400, 8, 11, feeds).withDirt(SimulationSettings.Dirt.NONE));
    // north's last delivery stays away at first
    late = Files.createDirectories(folder.resolve("late").resolve(MONTH.toString()));
    List<Path> north = new ArrayList<>();
    try (var inside = Files.list(feeds.resolve(MONTH.toString()))) {
      inside.filter(file -> file.getFileName().toString().contains("north")).forEach(north::add);
    }
    assertThat(north).hasSizeGreaterThanOrEqualTo(4);
    for (Path file : north) {
      Files.move(file, late.resolve(file.getFileName()));
    }
    home = new Home(folder.resolve("home"));
  }

  private int month(String... more) {
    List<String> command =
        new ArrayList<>(List.of("month", MONTH.toString(), "--home", home.root().toString()));
    command.addAll(List.of(more));
    return session.run(command.toArray(String[]::new));
  }

  private int accepting(String check, String reason) {
    return month("--receive", feeds.toString(), "--accept", check, "--reason", reason);
  }

  private static PublicationJson publication() throws IOException {
    return PublicationJson.read(home.reports().resolve(MONTH.toString()));
  }

  @Test
  @Order(1)
  void aMissingSiteStopsTheMonthAndNothingIsPublished() {
    assertThat(month("--receive", feeds.toString())).as(session.err()).isEqualTo(3);
    assertThat(session.err())
        .contains("Nothing was published, since a data check stopped " + MONTH + ":")
        .contains("  missing-site:north  Nothing from north is dated in June 2025")
        .contains("--accept missing-site:north --reason");
    assertThat(session.out()).isEmpty();
    assertThat(home.reports()).doesNotExist();
    assertThat(session.run("status", "--home", home.root().toString())).isZero();
    assertThat(session.out())
        .contains("The run of " + MONTH + " was stopped by a data check")
        .doesNotContain("Accepted findings");
  }

  @Test
  @Order(2)
  void anAcceptanceNeedsACheckThatThereIsAndAReason() {
    assertThat(month("--accept", "missing-site")).isEqualTo(2);
    assertThat(session.err()).contains("--accept needs --reason");
    assertThat(accepting("missing-site", "  ")).isEqualTo(2);
    assertThat(accepting("missing-sight", REASON)).isEqualTo(2);
    assertThat(session.err()).contains("there is no such check").contains("missing-site, volume");
    assertThat(month("--reason", REASON)).isEqualTo(2);
    assertThat(session.err()).contains("--reason goes with --accept");
    assertThat(home.root().resolve("acceptances.json")).doesNotExist();
  }

  @Test
  @Order(3)
  void anotherCheckOrSiteAcceptsNothing() {
    assertThat(accepting("volume", REASON)).isEqualTo(3);
    assertThat(accepting("missing-site:south", REASON)).as(session.err()).isEqualTo(3);
    assertThat(session.err())
        .contains("--accept missing-site:south: there is no such finding.")
        .contains("Resuming")
        .contains("check\n")
        .doesNotContain("measure\n");
    assertThat(home.reports()).doesNotExist();
  }

  @Test
  @Order(4)
  void acceptedByNameItIsPublishedWithWhoWhenAndWhy() throws IOException {
    assertThat(accepting("missing-site:NORTH", REASON)).as(session.err()).isZero();
    assertThat(session.err()).contains("check\n").doesNotContain("receive\n", "measure\n");
    PublicationJson publication = publication();
    assertThat(publication.edition()).isEqualTo(1);
    Finding finding = publication.findings().get(0);
    assertThat(finding.check()).isEqualTo("missing-site");
    assertThat(finding.place().site()).isEqualTo("north");
    Acceptance acceptance = finding.acceptance().orElseThrow();
    assertThat(acceptance.reason()).isEqualTo(REASON);
    assertThat(acceptance.by()).isEqualTo(System.getProperty("user.name"));
    assertThat(acceptance.at()).isBetween("2026-11-24T08:00:00Z", "2026-11-24T09:00:00Z");
    assertThat(home.reports().resolve(MONTH + "/index.html"))
        .content()
        .contains("What the data checks found", "North's &lt;server&gt; is down");
    assertThat(session.run("status", "--home", home.root().toString())).isZero();
    assertThat(session.out()).contains("missing-site:north").contains(REASON);
    assertThat(session.run("status", "--home", home.root().toString(), "--json")).isZero();
    assertThat(session.out()).contains("\"finding\" : \"missing-site:north\"");
  }

  @Test
  @Order(5)
  void withTheSameDataItStaysPublishedWithoutBeingAcceptedAgain() throws IOException {
    assertThat(month("--receive", feeds.toString())).as(session.err()).isZero();
    assertThat(session.err()).contains("already published from the same data");
    assertThat(accepting("missing-site", REASON)).isZero();
    assertThat(session.err()).contains("already published from the same data");
    assertThat(publication().edition()).isEqualTo(1);
  }

  @Test
  @Order(6)
  void anotherReasonIsAnotherEdition() throws IOException {
    assertThat(accepting("missing-site", "The <site> closed on 31 May")).isZero();
    assertThat(publication().edition()).isEqualTo(2);
    assertThat(publication().findings().get(0).acceptance().orElseThrow().reason())
        .isEqualTo("The <site> closed on 31 May");
  }

  @Test
  @Order(7)
  void aFindingThatIsNewStopsAgainUnderTheSameAcceptance() throws IOException {
    Path wrong =
        Files.createDirectories(folder.resolve("wrong").resolve(MONTH.toString()))
            .resolve("relapses-south-more.csv");
    Files.writeString(
        wrong,
        """
        relapse_id,episode_id,started_on,severity
        X1,E1,2025-06-01,slip
        X2,E1,2025-06-01,slip
        X3,E1,2025-06-01,lapse
        """);
    assertThat(month("--receive", wrong.toString())).as(session.err()).isEqualTo(3);
    assertThat(session.err())
        .contains("rejected-rows:relapses:relapses-south-more.csv  66.7 % of the rows of")
        .contains("    accepted  missing-site:north");
    assertThat(publication().edition()).isEqualTo(2);
    assertThat(
            month("--receive", wrong.toString(), "--throughline.checks.rejected-rows.level=warn"))
        .as(session.err())
        .isZero();
    assertThat(session.err()).contains("    warn  rejected-rows:relapses:");
    assertThat(publication().edition()).isEqualTo(3);
  }

  @Test
  @Order(8)
  void theRepairedMonthNeedsNoAcceptance() throws IOException {
    int code = month("--receive", late.toString(), "--throughline.checks.rejected-rows.level=off");
    assertThat(code).as(session.err()).isZero();
    assertThat(publication().findings()).extracting(Finding::check).doesNotContain("missing-site");
    assertThat(publication().edition()).isEqualTo(4);
  }
}
