package org.throughline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.throughline.episode.Timeline;
import org.throughline.episode.TimelineBuilder;
import org.throughline.figure.Bounds;
import org.throughline.figure.Figure;
import org.throughline.figure.Interval;
import org.throughline.figure.MonthReport;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;
import org.throughline.statistics.AalenJohansen;
import org.throughline.statistics.KaplanMeier;
import org.throughline.statistics.RiskTable;
import org.throughline.statistics.StepCurve;

/** What must hold whatever the data: order and partition change nothing, parts add up. */
class FoldLaws {
  private static final int GRID = 366;
  private static final String[] REASONS = {
    "completed", "transferred", "left", "administrative", "incarcerated", "other"
  };

  /** Clients with one to three random episodes. */
  static List<List<Timeline>> clients(long seed, int count) {
    Random random = new Random(seed);
    List<List<Timeline>> clients = new ArrayList<>();
    long key = 1;
    for (int c = 0; c < count; c++) {
      List<Timeline> episodes = new ArrayList<>();
      for (int e = random.nextInt(3); e >= 0; e--) {
        int month = 1 + random.nextInt(12);
        String admitted = "%d-%02d-%02d".formatted(2024, month, 1 + random.nextInt(28));
        TimelineBuilder episode =
            new TimelineBuilder(key++, admitted)
                .client(c)
                .tier(random.nextBoolean() ? "OP" : "IOP")
                .site(random.nextBoolean() ? "north" : "south");
        for (int day = 0; day < 300; day += 1 + random.nextInt(40)) {
          switch (random.nextInt(7)) {
            case 0 -> episode.attended(day);
            case 1 -> episode.missed(day);
            case 2 -> episode.family(day);
            case 3 -> episode.sober(day);
            case 4 -> episode.checkin(day, -1, random.nextInt(4));
            case 5 -> {
              int last = random.nextBoolean() ? Timeline.OPEN : day + random.nextInt(20);
              episode.relapse(day, last, random.nextInt(2));
            }
            default -> episode.used(day);
          }
        }
        if (random.nextInt(4) == 0) {
          int step = 20 + random.nextInt(60);
          episode.placed(0, step, "IOP").placed(step + 1, Timeline.OPEN, "OP");
        }
        if (random.nextInt(3) > 0) {
          episode.discharged(random.nextInt(250), REASONS[random.nextInt(REASONS.length)]);
        }
        episodes.add(episode.build());
      }
      clients.add(episodes);
    }
    return clients;
  }

  private static TallySheet sheet(List<List<Timeline>> clients) {
    ClientFold fold = new ClientFold(SixClients.plan());
    clients.forEach(fold::add);
    return fold.sheet();
  }

  private static byte[] bytes(TallySheet sheet) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      sheet.write(new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }

  @Property(tries = 25)
  void anyPartitionInAnyOrderGivesTheSameCounts(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 7) int parts) throws IOException {
    List<List<Timeline>> clients = new ArrayList<>(clients(seed, 30));
    byte[] whole = bytes(sheet(clients));
    Collections.shuffle(clients, new Random(seed + 1));
    TallySheet merged = new TallySheet();
    for (int p = 0; p < parts; p++) {
      List<List<Timeline>> part = new ArrayList<>();
      for (int i = p; i < clients.size(); i += parts) {
        part.add(clients.get(i));
      }
      byte[] sent = bytes(sheet(part));
      merged.merge(TallySheet.read(new DataInputStream(new ByteArrayInputStream(sent))));
    }
    assertThat(bytes(merged)).isEqualTo(whole);
  }

  @Property(tries = 25)
  void figuresKeepTheirLaws(@ForAll long seed) {
    MonthReport report = SixClients.report(clients(seed, 60), SixClients.plan(), 0);
    report.figures().forEach(figure -> holds(figure.result()));
    report.figures().forEach(FoldLaws::holdsItsBounds);
    for (var curve : report.curves()) {
      curve.points().forEach(p -> assertThat(p.estimate()).isBetween(p.low(), p.high()));
    }
  }

  /** A figure under the rule worst is the lowest of the three, one under observed the middle. */
  private static void holdsItsBounds(Figure figure) {
    bounds(figure.result())
        .ifPresent(
            b -> {
              double value = value(figure.result());
              assertThat(b.low()).as(figure.toString()).isLessThanOrEqualTo(b.high());
              if (figure.rule().equals("worst")) {
                assertThat(value).as(figure.toString()).isLessThanOrEqualTo(b.low() + 1e-12);
              } else {
                assertThat(value)
                    .as(figure.toString())
                    .isBetween(b.low() - 1e-12, b.high() + 1e-12);
              }
            });
  }

  private static Optional<Bounds> bounds(Result result) {
    if (result instanceof Result.Proportion p) {
      return p.bounds();
    }
    if (result instanceof Result.AtDay d) {
      return d.bounds();
    }
    return result instanceof Result.Duration d ? d.bounds() : Optional.empty();
  }

  private static double value(Result result) {
    if (result instanceof Result.Proportion p) {
      return p.value();
    }
    if (result instanceof Result.AtDay d) {
      return d.value();
    }
    return ((Result.Duration) result).value();
  }

  /** By each day a first relapse, an exit before one, or neither: one of the three. */
  @Property(tries = 25)
  void relapseExitAndNeitherAddUpToOne(@ForAll long seed) {
    Counts counts = new Counts(sheet(clients(seed, 60)), SixClients.plan().cuts().get(23), GRID);
    RiskTable table = RelapseTimes.table(counts, Slice.OVERALL);
    StepCurve relapse = AalenJohansen.estimate(table, RelapseTimes.RELAPSE);
    StepCurve exit = AalenJohansen.estimate(table, 1);
    StepCurve neither = KaplanMeier.estimate(table);
    for (int day = 0; day < GRID; day++) {
      if (neither.at(day).isPresent()) {
        double sum =
            relapse.at(day).orElseThrow().estimate()
                + exit.at(day).orElseThrow().estimate()
                + neither.at(day).orElseThrow().estimate();
        assertThat(sum).isCloseTo(1, within(1e-12));
      }
    }
    assertThat(table.totalEvents(RelapseTimes.RELAPSE)).isPositive();
  }

  /** What is counted by the day adds up over the groups of the day. */
  @Property(tries = 25)
  void daysTestsWeeksAndRelapsesAddUpOverGroups(@ForAll long seed) {
    MonthReport report = SixClients.report(clients(seed, 60), SixClients.plan(), 0);
    for (String measure :
        List.of("attendance", "sober_weeks", "abstinent_days", "negative_tests", "relapse_rate")) {
      long[] all = total(report, measure, s -> s.isOverall());
      assertThat(all[1]).as(measure).isPositive();
      assertThat(total(report, measure, s -> s.byTier() && !s.byFamily())).isEqualTo(all);
      assertThat(total(report, measure, s -> s.byFamily() && !s.byTier())).isEqualTo(all);
      assertThat(total(report, measure, s -> s.byFamily() && s.byTier())).isEqualTo(all);
      assertThat(total(report, measure, Slice::bySite)).isEqualTo(all);
    }
  }

  private static long[] total(MonthReport report, String measure, Predicate<Slice> groups) {
    long[] sum = new long[2];
    for (Figure figure : report.figures()) {
      if (figure.month().equals(report.month())
          && figure.measure().equals(measure)
          && groups.test(figure.slice())) {
        if (figure.result() instanceof Result.Proportion p) {
          sum[0] += p.numerator();
          sum[1] += p.denominator();
        } else if (figure.result() instanceof Result.Rate r) {
          sum[0] += r.events();
          sum[1] += r.days();
        }
      }
    }
    return sum;
  }

  private static void holds(Result result) {
    if (result instanceof Result.Proportion p) {
      assertThat(p.value()).isBetween(p.interval().low() - 1e-12, p.interval().high() + 1e-12);
      assertThat(p.numerator()).isBetween(0L, p.denominator());
      assertThat(p.clients()).isBetween(1L, p.denominator());
    }
    if (result instanceof Result.AtDay d) {
      assertThat(d.value()).isBetween(d.interval().low() - 1e-12, d.interval().high() + 1e-12);
      assertThat(d.events()).isBetween(0L, d.entered());
    }
    if (result instanceof Result.Duration d && d.interval().isPresent()) {
      Interval interval = d.interval().get();
      assertThat(d.value()).isBetween(interval.low() - 1e-12, interval.high() + 1e-12);
    }
    if (result instanceof Result.Rate r) {
      assertThat(r.value()).isBetween(r.interval().low(), r.interval().high());
    }
  }
}
