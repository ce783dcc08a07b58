package org.throughline.feed;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;
import org.throughline.episode.Tiers;
import org.throughline.feed.FeedParser.Header;
import org.throughline.feed.Inspection.Readable;

/**
 * Times the first look at a large file of check-ins and its parsing, by one thread. No test: run
 * {@code main} with the test class path; arguments are the file (written if it is not there) and
 * its size in megabytes.
 */
public final class FeedBenchmark {
  private static final int ROUNDS = 4;

  private FeedBenchmark() {}

  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0]);
    if (!Files.exists(file)) {
      write(file, Long.parseLong(args[1]) << 20);
    }
    double gigabytes = Files.size(file) / 1e9;
    for (int i = 0; i < ROUNDS; i++) {
      long start = System.nanoTime();
      Readable readable =
          (Readable) FileInspector.inspect(file, SourceProfile.canonical(), FeedLimits.DEFAULT);
      double looked = (System.nanoTime() - start) / 1e9;
      start = System.nanoTime();
      Counts counts = new Counts();
      for (Chunk chunk : readable.chunks()) {
        FeedParser parser =
            new FeedParser(
                readable.feed(),
                SourceProfile.canonical(),
                Tiers.asam(),
                Collected.PSEUDONYMS,
                readable.header());
        try (Reader reader = FeedParser.open(file, readable, chunk)) {
          parser.parse(
              reader,
              chunk.firstLine(),
              chunk.firstLine() == 1 ? Header.FIRST_ROW : Header.NONE,
              counts);
        }
      }
      double parsed = (System.nanoTime() - start) / 1e9;
      System.out.printf(
          Locale.ROOT,
          "look %.2f s (%.2f s/GB)  parse %.2f s (%.2f s/GB)  %,d rows, %d rejected, %d chunks%n",
          looked,
          looked / gigabytes,
          parsed,
          parsed / gigabytes,
          counts.accepted,
          counts.rejected,
          readable.chunks().size());
    }
  }

  private static final class Counts implements RowSink {
    private long accepted;
    private long rejected;

    @Override
    public void accepted(FeedRow row) {
      accepted++;
    }

    @Override
    public void rejected(Rejection rejection) {
      rejected++;
    }

    @Override
    public void blanked(String column, String code) {
      // not counted
    }
  }

  private static void write(Path file, long bytes) throws IOException {
    Random random = new Random(1);
    String[] uses = {"none", "none", "used", "declined"};
    LocalDate first = LocalDate.of(2023, 1, 1);
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
      out.write("checkin_id,episode_id,checkin_on,reported_use,test_result,role_kept,craving\n");
      long written = 0;
      for (int i = 0; written < bytes; i++) {
        String row =
            "chk-"
                + i
                + ",e"
                + random.nextInt(140_000)
                + ","
                + first.plusDays(random.nextInt(900))
                + ","
                + uses[random.nextInt(4)]
                + ",negative,yes,"
                + random.nextInt(11)
                + "\n";
        out.write(row);
        written += row.length();
      }
    }
  }
}
