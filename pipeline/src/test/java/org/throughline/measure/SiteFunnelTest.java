package org.throughline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.throughline.episode.Timeline;
import org.throughline.episode.TimelineBuilder;
import org.throughline.figure.MonthReport;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;
import org.throughline.statistics.FunnelLimits;

class SiteFunnelTest {
  private static final int EPISODES = 40;

  /** Sites of 40 clients of whom some leave on day 20; the others are in care. */
  private static MonthReport report(int... leaving) {
    List<List<Timeline>> clients = new ArrayList<>();
    for (int site = 0; site < leaving.length; site++) {
      for (int i = 0; i < EPISODES; i++) {
        TimelineBuilder timeline =
            new TimelineBuilder(site * 100L + i, "2025-01-01").site("site-" + (10 + site));
        if (i < leaving[site]) {
          timeline.attended(10, 20).missed(15).discharged(20, "left");
        } else {
          timeline.attended(0, 25, 50, 75, 100, 125, 150, 175);
        }
        clients.add(List.of(timeline.build()));
      }
    }
    return SixClients.report(clients, SixClients.plan(), 0);
  }

  private static Result.Funnel at(MonthReport report, String level, int site) {
    OptionalInt at = level.equals("retention") ? OptionalInt.of(90) : OptionalInt.empty();
    return (Result.Funnel)
        report
            .figure("site_funnel", at, Slice.ofSite("site-" + site).withLevel(level))
            .orElseThrow()
            .result();
  }

  @Test
  void onlyTheSiteBeyondTheOuterLimitsIsFlagged() {
    MonthReport report = report(10, 10, 11, 9, 10, 12, 8, 10, 9, 11, 10, 30);
    Result.Funnel odd = at(report, "retention", 21);
    assertThat(odd.value()).isEqualTo(0.25);
    assertThat(odd.numerator()).isEqualTo(10);
    assertThat(odd.denominator()).isEqualTo(40);
    assertThat(odd.flagged()).isTrue();
    for (int site = 10; site < 21; site++) {
      assertThat(at(report, "retention", site).flagged()).isFalse();
    }
    List<FunnelLimits.Unit> units = new ArrayList<>();
    for (int left : new int[] {10, 10, 11, 9, 10, 12, 8, 10, 9, 11, 10, 30}) {
      units.add(new FunnelLimits.Unit(40 - left, 40));
    }
    FunnelLimits expected = FunnelLimits.of(units).orElseThrow();
    Result.FunnelLimits limits = odd.limits().orElseThrow();
    assertThat(limits.centre()).isCloseTo(340.0 / 480, within(1e-12));
    assertThat(limits.inner()).isEqualTo(expected.inner(40));
    assertThat(limits.outer()).isEqualTo(expected.outer(40));
  }

  @Test
  void completionIsOfKnownExitsAndAttendanceOfSessions() {
    MonthReport report = report(10, 0);
    Result.Funnel completion = at(report, "completion", 10);
    assertThat(completion.denominator()).isEqualTo(10);
    assertThat(completion.numerator()).isZero();
    assertThat(
            report
                .figure(
                    "site_funnel",
                    OptionalInt.empty(),
                    Slice.ofSite("site-11").withLevel("completion"))
                .orElseThrow()
                .result())
        .isInstanceOf(Result.Unavailable.class);
    Result.Funnel attendance = at(report, "attendance", 10);
    assertThat(attendance.denominator()).isEqualTo(10 * 3 + 30 * 8);
    assertThat(attendance.numerator()).isEqualTo(10 * 2 + 30 * 8);
    assertThat(attendance.clients()).isEqualTo(40);
  }

  @Test
  void underTenSitesThereIsATableWithoutLimits() {
    MonthReport report = report(10, 10, 10, 10, 10, 10, 10, 10, 30);
    Result.Funnel odd = at(report, "retention", 18);
    assertThat(odd.limits()).isEmpty();
    assertThat(odd.flagged()).isFalse();
    assertThat(odd.value()).isEqualTo(0.25);
  }

  /** Who has not had 90 days and the days of silence cannot be judged: the cut is day 119. */
  @Test
  void theYoungAreLeftOut() {
    List<List<Timeline>> clients = new ArrayList<>();
    clients.add(List.of(new TimelineBuilder(1, "2025-03-03").attended(25, 50, 75, 100).build()));
    assertThat(
            SixClients.report(clients, SixClients.plan(), 0)
                .figure(
                    "site_funnel", OptionalInt.of(90), Slice.ofSite("north").withLevel("retention"))
                .orElseThrow()
                .result())
        .isInstanceOf(Result.Unavailable.class);
    clients.set(0, List.of(new TimelineBuilder(1, "2025-03-02").attended(25, 50, 75, 100).build()));
    assertThat(
            ((Result.Funnel)
                    SixClients.report(clients, SixClients.plan(), 0)
                        .figure(
                            "site_funnel",
                            OptionalInt.of(90),
                            Slice.ofSite("north").withLevel("retention"))
                        .orElseThrow()
                        .result())
                .numerator())
        .isEqualTo(1);
  }
}
