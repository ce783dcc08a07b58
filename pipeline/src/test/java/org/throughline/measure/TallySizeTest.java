package org.throughline.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.throughline.episode.EpisodeColumn;
import org.throughline.episode.FoldRules;
import org.throughline.episode.Tiers;
import org.throughline.sampledata.simulator.SimulationSettings;

/**
 * What a partition holds and sends, of a program of forty sites: the whole catalogue, all columns
 * as groups, 24 months, every reading. Counts do not grow with clients, but with the groups and
 * patterns that occur among them, so there are enough clients for those to occur.
 */
class TallySizeTest {
  private static final int SITES = 40;
  private static final int CLIENTS = 8_000;
  private static final long MOST = 64L << 20;

  private static final MeasurePlan PLAN =
      new MeasurePlan(
          SimulationSettings.DEFAULT_LAST_MONTH,
          FoldRules.DEFAULT,
          Tiers.asam(),
          24,
          List.of(EpisodeColumn.values()));

  /** Counts what is written to it. */
  private static final class Counted extends OutputStream {
    private long bytes;

    @Override
    public void write(int one) {
      bytes++;
    }

    @Override
    public void write(byte[] some, int from, int length) {
      bytes += length;
    }
  }

  @Test
  void staysUnder64MegabytesWithFortySites() throws IOException {
    TallySheet sheet =
        SimulatedProgram.counts(
            SimulationSettings.of(CLIENTS, 24, 11, Path.of("nowhere"))
                .withSites(SITES)
                .withDirt(SimulationSettings.Dirt.NONE),
            PLAN,
            UnaryOperator.identity());
    Counted sent = new Counted();
    try (DataOutputStream out = new DataOutputStream(sent)) {
      sheet.write(out);
    }
    long held = held(sheet);
    System.out.printf(
        Locale.ROOT,
        "%d sites, %d clients: %,d counters, %.1f MB sent, about %.1f MB held%n",
        SITES,
        CLIENTS,
        sheet.counts().size(),
        sent.bytes / 1e6,
        held / 1e6);

    assertThat(groups(sheet, "site")).hasSize(SITES);
    for (EpisodeColumn column : EpisodeColumn.values()) {
      assertThat(groups(sheet, column.code())).as(column.code()).hasSizeGreaterThanOrEqualTo(2);
    }
    assertThat(sheet.counts().keySet().stream().map(TallySheet.Key::months).distinct().count())
        .isEqualTo(24 + 2 * 24 + 3);
    assertThat(sent.bytes).isBetween(MOST / 100, MOST);
    assertThat(held).isBetween(MOST / 100, MOST);
  }

  private static Set<String> groups(TallySheet sheet, String column) {
    return sheet.counts().keySet().stream()
        .map(TallySheet.Key::slice)
        .filter(s -> column.equals("site") ? s.bySite() : s.group().equals(column))
        .map(s -> column.equals("site") ? s.site() : s.level())
        .collect(Collectors.toSet());
  }

  /**
   * What live counters take, reckoned and not measured: each array with a head of 16 bytes, and 64
   * bytes for its places in a map that is half empty and for its part of a slice.
   */
  private static long held(TallySheet sheet) {
    return sheet.counts().values().stream().mapToLong(a -> 16 + 8L * a.length + 64).sum();
  }
}
