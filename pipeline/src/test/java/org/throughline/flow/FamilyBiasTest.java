package org.throughline.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.episode.FoldRules;
import org.throughline.episode.Tiers;
import org.throughline.figure.Curve;
import org.throughline.figure.MonthReport;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;
import org.throughline.measure.Estimates;
import org.throughline.measure.MeasurePlan;
import org.throughline.measure.PublicationContext;
import org.throughline.sampledata.simulator.Simulation;
import org.throughline.sampledata.simulator.SimulationSettings;

/**
 * Immortal time bias, from feeds to figures: in a program in which family involvement does nothing
 * the naive grouping looks strongly protective, and what is published does not. And where
 * involvement does something, the test sees it.
 */
class FamilyBiasTest {
  private static final int DAY = 60;

  @TempDir Path folder;

  private MonthReport program(String name, double hazardRatio) throws IOException {
    Path feeds = folder.resolve(name);
    Simulation.run(
        SimulationSettings.of(2500, 14, 17, feeds)
            .withFamilyHazardRatio(hazardRatio)
            .withCheckinsPerWeek(0));
    TestHome home = new TestHome(folder.resolve(name + "-home"));
    home.take(feeds);
    MeasurePlan plan =
        new MeasurePlan(SimulationSettings.DEFAULT_LAST_MONTH, FoldRules.DEFAULT, Tiers.asam(), 2);
    return Estimates.estimate(
        new Tally(home.spark, home.lake, Progress.SILENT).run(plan),
        plan,
        new PublicationContext(name, 1, 11, List.of(), List.of(), Map.of(), "none"));
  }

  private static double naive(MonthReport report, String family) {
    Curve curve =
        report.naive().stream()
            .filter(c -> c.slice().family().equals(family))
            .findFirst()
            .orElseThrow();
    return curve.at(DAY).orElseThrow().estimate();
  }

  private static Result.AtDay published(MonthReport report, String family) {
    return (Result.AtDay)
        report
            .figure("in_care_curve", OptionalInt.of(DAY), Slice.ofFamily(family))
            .orElseThrow()
            .result();
  }

  private static Result.Comparison test(MonthReport report) {
    return (Result.Comparison)
        report
            .figure("family_test", OptionalInt.empty(), Slice.OVERALL.withLevel("unplanned_exit"))
            .orElseThrow()
            .result();
  }

  @Test
  void noEffectLooksProtectiveToTheNaiveEyeAlone() throws IOException {
    MonthReport report = program("no-effect", 1.0);
    double flattery = naive(report, "ever") - naive(report, "never");
    assertThat(flattery).as("naive difference on day %d", DAY).isGreaterThan(0.2);

    Result.AtDay involved = published(report, "involved");
    Result.AtDay notYet = published(report, "not_yet");
    assertThat(Math.abs(involved.value() - notYet.value()))
        .as("published difference on day %d", DAY)
        .isLessThan(flattery / 4);
    assertThat(involved.interval().low()).isLessThan(notYet.interval().high());
    assertThat(notYet.interval().low()).isLessThan(involved.interval().high());
    assertThat(test(report).p()).as("Mantel–Byar").isGreaterThan(0.05);
  }

  @Test
  void anEffectIsSeen() throws IOException {
    assertThat(test(program("halved", 0.5)).p()).isLessThan(0.001);
  }
}
