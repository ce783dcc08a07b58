package org.throughline.report.page;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.throughline.episode.Checkins;
import org.throughline.episode.FoldRules;
import org.throughline.episode.Relapses;
import org.throughline.episode.Sessions;
import org.throughline.episode.Tiers;
import org.throughline.episode.Timeline;
import org.throughline.figure.FileSummary;
import org.throughline.figure.Finding;
import org.throughline.figure.FindingLevel;
import org.throughline.figure.MonthReport;
import org.throughline.figure.Place;
import org.throughline.measure.ClientFold;
import org.throughline.measure.Estimates;
import org.throughline.measure.MeasurePlan;
import org.throughline.measure.PublicationContext;

/**
 * Months that are hard to show, each folded and estimated as a real one is: nobody admitted, a
 * single client, forty sites with long names, everything hidden, a feed missing for a site.
 */
public final class HardMonths {

  static final YearMonth MONTH = YearMonth.of(2025, 6);
  private static final int SERIES_MONTHS = 24;
  private static final int SMALL_CELL = 11;
  private static final List<String> FEEDS =
      List.of("episodes", "placements", "attendance", "checkins", "relapses");
  private static final int[] NONE = {};

  /** By name, made when asked for. */
  public static final Map<String, Supplier<MonthReport>> ALL = all();

  private HardMonths() {}

  private static Map<String, Supplier<MonthReport>> all() {
    Map<String, Supplier<MonthReport>> months = new LinkedHashMap<>();
    months.put("no-admissions", HardMonths::noAdmissions);
    months.put("single-client", HardMonths::singleClient);
    months.put("forty-sites", HardMonths::fortySites);
    months.put("all-suppressed", HardMonths::allSuppressed);
    months.put("missing-feed", HardMonths::missingFeed);
    return months;
  }

  /** The program closed its doors fourteen months ago; nobody is left in care. */
  static MonthReport noAdmissions() {
    LocalDate last = MONTH.minusMonths(14).atEndOfMonth();
    return new Program(1).clients(160, List.of("Harbor"), last, "").report(List.of("Harbor"));
  }

  /** One client in two years. */
  static MonthReport singleClient() {
    return new Program(2)
        .clients(1, List.of("Harbor"), MONTH.minusMonths(4).atEndOfMonth(), "")
        .report(List.of("Harbor"));
  }

  /** 1,400 clients at forty sites whose names are long, and hold characters of HTML. */
  public static MonthReport fortySites() {
    List<String> sites =
        IntStream.rangeClosed(1, 40)
            .mapToObj(
                i ->
                    String.format(
                        Locale.ROOT,
                        "Community Recovery & Wellness <Center> of Greater Llanfairpwllgwyngyll No."
                            + " %02d",
                        i))
            .toList();
    return new Program(3).clients(1_400, sites, MONTH.atEndOfMonth(), "").report(sites);
  }

  /** Ten clients: every cell of a proportion is under eleven. */
  static MonthReport allSuppressed() {
    List<String> sites = List.of("Harbor", "Mill");
    return new Program(4).clients(10, sites, MONTH.minusMonths(1).atEndOfMonth(), "").report(sites);
  }

  /** Check-ins of one of three sites stopped with May. */
  static MonthReport missingFeed() {
    List<String> sites = List.of("Harbor", "Mill", "Northgate");
    return new Program(5).clients(420, sites, MONTH.atEndOfMonth(), "Northgate").report(sites);
  }

  /** A small world with a fixed seed. */
  private static final class Program {
    private final Random random;
    private final ClientFold fold = new ClientFold(plan());
    private String silentSite = "";

    Program(long seed) {
      random = new Random(seed);
    }

    private static MeasurePlan plan() {
      return new MeasurePlan(MONTH, FoldRules.DEFAULT, Tiers.asam(), SERIES_MONTHS);
    }

    Program clients(int number, List<String> sites, LocalDate last, String silent) {
      silentSite = silent;
      int end = (int) last.toEpochDay();
      for (int i = 0; i < number; i++) {
        int admitted = end - random.nextInt(26 * 30);
        fold.add(List.of(episode(i + 1, sites.get(i % sites.size()), admitted)));
      }
      return this;
    }

    private Timeline episode(long key, String site, int admitted) {
      int cut = (int) MONTH.atEndOfMonth().toEpochDay() - admitted;
      int length = 14 + random.nextInt(170);
      boolean over = length < cut;
      int last = Math.min(length, cut);
      String reason = random.nextInt(100) < 55 ? "completed" : "left";
      List<int[]> sessions = new ArrayList<>();
      for (int day = 1; day <= last; day += 2 + random.nextInt(4)) {
        int status = random.nextInt(100) < 78 ? Sessions.ATTENDED : Sessions.NO_SHOW;
        boolean family = day > 12 && random.nextInt(100) < 9;
        int service = family ? Sessions.FAMILY_SERVICE : 0;
        sessions.add(
            new int[] {
              Sessions.pack(day, service, status, -1, -1), status == Sessions.ATTENDED ? 60 : -1
            });
      }
      List<Integer> checkins = new ArrayList<>();
      int silentFrom = site.equals(silentSite) ? cut - 30 : Integer.MAX_VALUE;
      for (int day = 2; day <= last && day < silentFrom; day += 5 + random.nextInt(3)) {
        int said = random.nextInt(100) < 94 ? Checkins.REPORTED_NONE : Checkins.REPORTED_USED;
        checkins.add(Checkins.pack(day, said, -1, -1, -1));
      }
      boolean relapsed = last > 40 && random.nextInt(100) < 18;
      return new Timeline(
          key,
          key,
          site,
          admitted,
          over ? length : Timeline.OPEN,
          over ? reason : "",
          List.of("HIOP", "IOP", "OP").get(random.nextInt(3)),
          "",
          "",
          "",
          "",
          "",
          "",
          NONE,
          NONE,
          new String[0],
          sessions.stream().mapToInt(s -> s[0]).toArray(),
          sessions.stream().mapToInt(s -> s[1]).toArray(),
          checkins.stream().mapToInt(Integer::intValue).toArray(),
          relapsed ? new int[] {Relapses.pack(last - 20, Relapses.RELAPSE, -1)} : NONE,
          relapsed ? new int[] {last - 18} : NONE);
    }

    MonthReport report(List<String> sites) {
      return Estimates.estimate(
          fold.sheet(),
          plan(),
          new PublicationContext(
              "Fernhollow Outpatient Program",
              1,
              SMALL_CELL,
              files(sites),
              findings(),
              Map.of("silence-days", "30", "small-cell", "11"),
              "4f0c9e1d7a52b86e33d1c07f5be82a94d60e71fb2c958a3417be6f90ad28c35e"));
    }

    private List<FileSummary> files(List<String> sites) {
      List<FileSummary> files = new ArrayList<>();
      for (String site : sites) {
        for (String feed : FEEDS) {
          boolean late = site.equals(silentSite) && feed.equals("checkins");
          LocalDate asOf = MONTH.minusMonths(late ? 1 : 0).atEndOfMonth();
          files.add(
              new FileSummary(
                  feed,
                  site,
                  feed + "-" + site.replace(' ', '_') + "-" + YearMonth.from(asOf) + ".csv",
                  asOf,
                  120,
                  118,
                  2,
                  0,
                  Map.of("a date that is none", 2L),
                  List.of(),
                  Map.of()));
        }
      }
      return files;
    }

    private List<Finding> findings() {
      return silentSite.isEmpty()
          ? List.of()
          : List.of(
              new Finding(
                  "missing-feed",
                  FindingLevel.WARN,
                  Place.ofFeed("checkins", silentSite),
                  "No check-ins from "
                      + silentSite
                      + " are dated in June 2025, though clients are in care. Ask for the feed, and"
                      + " receive it.",
                  Optional.empty()));
    }
  }
}
