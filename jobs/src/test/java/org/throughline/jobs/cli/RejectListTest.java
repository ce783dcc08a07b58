package org.throughline.jobs.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.throughline.feed.Feed;
import org.throughline.lake.Delivery;
import org.throughline.lake.Ledger;
import org.throughline.lake.OpenRows;

class RejectListTest {
  private static final LocalDate FIRST = LocalDate.of(2024, 1, 31);

  private static Delivery delivery(int number, Feed feed) {
    return new Delivery(
        number,
        "north",
        feed,
        feed.code() + "-" + number + ".csv",
        FIRST.plusDays(number),
        "canonical",
        "",
        "",
        0,
        FIRST,
        9,
        8,
        1,
        1,
        1,
        List.of(),
        Map.of(),
        Map.of());
  }

  private static OpenRows.Row row(int delivery, long line, String reason) {
    boolean held = reason.startsWith("the episode");
    return new OpenRows.Row(
        delivery,
        line,
        OpenRows.NO_KEY,
        held ? OpenRows.Stage.CURATED : OpenRows.Stage.PARSED,
        held ? OpenRows.Status.HELD : OpenRows.Status.REJECTED,
        "",
        reason,
        held ? "" : "line " + line + " lacks it");
  }

  /** Forty files of check-ins with a blank date each, the first two with a held row too. */
  private static String printed(int shown) {
    List<Delivery> files =
        IntStream.rangeClosed(1, 40).mapToObj(n -> delivery(n, Feed.CHECKINS)).toList();
    RejectList list = new RejectList(new Ledger(files, Map.of()), shown);
    for (int file = 1; file <= 40; file++) {
      list.accept(row(file, 5, "blank checkin_on"));
    }
    list.accept(row(40, 3, "blank checkin_on"));
    list.accept(row(1, 7, "the episode is not known yet"));
    list.accept(row(2, 8, "the episode is not known yet"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    list.print(new PrintStream(out, true, UTF_8));
    return out.toString(UTF_8);
  }

  @Test
  void manyFilesAreToldByReasonWithTheLatestRows() {
    assertThat(printed(3))
        .isEqualTo(
            """
            north, checkins
              41 rejected: blank checkin_on (in 40 files)
                checkins-40.csv line 3: line 3 lacks it
                checkins-40.csv line 5: line 5 lacks it
                checkins-39.csv line 5: line 5 lacks it
                and 38 more
              2 held: the episode is not known yet (in 2 files)
                checkins-2.csv line 8
                checkins-1.csv line 7
            """);
  }

  @Test
  void allOfThemAreToldFileByFile() {
    assertThat(printed(Integer.MAX_VALUE))
        .contains("north, checkins: checkins-1.csv as of 2024-02-01\n")
        .contains("  2 rejected: blank checkin_on\n    line 3: line 3 lacks it\n    line 5")
        .doesNotContain("more");
  }
}
