package org.throughline.check;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.throughline.episode.Checkins;
import org.throughline.episode.TimelineBuilder;
import org.throughline.figure.FileSummary;
import org.throughline.measure.TallySheet;

/**
 * A made-up program: sites of clients who were all admitted on 1 January 2024, each with four
 * sessions and four check-ins a month, one of them a positive test, unless a test says otherwise.
 */
final class MadeProgram {
  static final YearMonth MONTH = YearMonth.of(2025, 6);

  private static final LocalDate ADMITTED = LocalDate.of(2024, 1, 1);
  private static final int EACH = 4;

  private final Map<String, Integer> clients = new HashMap<>();
  private final Map<String, Integer> rows = new HashMap<>();
  private final Map<String, Integer> discharged = new HashMap<>();
  private final Map<String, Integer> firstBack = new HashMap<>();
  private final List<TimelineBuilder> others = new ArrayList<>();
  private final List<Accepted> accepted = new ArrayList<>();
  private final List<FileSummary> files = new ArrayList<>();

  /** A site with so many clients. */
  MadeProgram site(String site, int number) {
    clients.put(site, number);
    return this;
  }

  /** So many rows of a feed for each client of a site in a month; positive is a feed here too. */
  MadeProgram rows(String feed, String site, int back, int number) {
    rows.put(feed + site + back, number);
    return this;
  }

  MadeProgram nothing(String site, int back) {
    return rows("attendance", site, back, 0).rows("checkins", site, back, 0);
  }

  /** The site's first month with rows. */
  MadeProgram since(String site, int back) {
    firstBack.put(site, back);
    return this;
  }

  /** So many of a site's clients are discharged at the end of the month before. */
  MadeProgram discharged(String site, int number) {
    discharged.put(site, number);
    return this;
  }

  MadeProgram episode(TimelineBuilder episode) {
    others.add(episode);
    return this;
  }

  MadeProgram accepted(Accepted one) {
    accepted.add(one);
    return this;
  }

  MadeProgram file(FileSummary file) {
    files.add(file);
    return this;
  }

  /** A file of June. */
  static FileSummary june(
      String feed, long read, long rejected, Map<String, Long> reasons, Map<String, Long> blanked) {
    return asOf(MONTH.atEndOfMonth(), feed, read, rejected, reasons, blanked);
  }

  static FileSummary asOf(
      LocalDate day,
      String feed,
      long read,
      long rejected,
      Map<String, Long> reasons,
      Map<String, Long> blanked) {
    return new FileSummary(
        feed,
        "canonical",
        feed + "-" + day + ".csv",
        day,
        read,
        read - rejected,
        rejected,
        0,
        reasons,
        List.of(),
        blanked);
  }

  List<Found> found() {
    return found(CheckRules.shipped());
  }

  /** What the checks find. */
  List<Found> found(CheckRules rules) {
    RowCounter counter = new RowCounter(MONTH);
    long episode = 0;
    for (Map.Entry<String, Integer> site : clients.entrySet()) {
      for (int client = 0; client < site.getValue(); client++) {
        counter.add(client(++episode, site.getKey(), client).build());
      }
    }
    others.forEach(other -> counter.add(other.build()));
    TallySheet sheet = new TallySheet();
    counter.addTo(sheet);
    return new DataChecks(MONTH, rules, 11).run(files, sheet, accepted);
  }

  private TimelineBuilder client(long episode, String site, int client) {
    TimelineBuilder builder = new TimelineBuilder(episode, ADMITTED.toString()).site(site);
    boolean gone = client < discharged.getOrDefault(site, 0);
    if (gone) {
      builder.discharged(day(MONTH.atDay(1)) - 1, "completed");
    }
    for (int back = firstBack.getOrDefault(site, 15); back >= (gone ? 1 : 0); back--) {
      int first = day(MONTH.minusMonths(back).atDay(1));
      int sessions = rows.getOrDefault("attendance" + site + back, EACH);
      for (int i = 0; i < sessions; i++) {
        builder.attended(first + i);
      }
      int checkins = rows.getOrDefault("checkins" + site + back, EACH);
      int positive = rows.getOrDefault("positive" + site + back, 1);
      for (int i = 0; i < checkins; i++) {
        builder.checkin(
            first + i, -1, i < positive ? Checkins.TEST_POSITIVE : Checkins.TEST_NEGATIVE);
      }
    }
    return builder;
  }

  static int day(LocalDate date) {
    return (int) (date.toEpochDay() - ADMITTED.toEpochDay());
  }
}
