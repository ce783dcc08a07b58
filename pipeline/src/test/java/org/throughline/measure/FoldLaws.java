package org.throughline.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.throughline.episode.Timeline;
import org.throughline.episode.TimelineBuilder;
import org.throughline.figure.MonthReport;
import org.throughline.figure.Result;

/** What must hold whatever the data: order and partition change nothing, parts add up. */
class FoldLaws {
  private static final String[] REASONS = {
    "completed", "transferred", "left", "administrative", "incarcerated", "other"
  };

  /** Clients with one to three random episodes. */
  private static List<List<Timeline>> clients(long seed, int count) {
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
          switch (random.nextInt(5)) {
            case 0 -> episode.attended(day);
            case 1 -> episode.missed(day);
            case 2 -> episode.family(day);
            case 3 -> episode.sober(day);
            default -> episode.used(day);
          }
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
    for (var curve : report.curves()) {
      curve.points().forEach(p -> assertThat(p.estimate()).isBetween(p.low(), p.high()));
    }
  }

  private static void holds(Result result) {
    if (result instanceof Result.Proportion p) {
      assertThat(p.value()).isBetween(p.interval().low() - 1e-12, p.interval().high() + 1e-12);
      assertThat(p.numerator()).isBetween(0L, p.denominator());
      assertThat(p.clients()).isBetween(1L, p.denominator());
      p.bounds()
          .ifPresent(
              b -> {
                assertThat(b.low()).isGreaterThanOrEqualTo(p.value());
                assertThat(b.high()).isGreaterThanOrEqualTo(b.low());
              });
    }
    if (result instanceof Result.AtDay d) {
      assertThat(d.value()).isBetween(d.interval().low() - 1e-12, d.interval().high() + 1e-12);
      assertThat(d.events()).isBetween(0L, d.entered());
    }
  }
}
