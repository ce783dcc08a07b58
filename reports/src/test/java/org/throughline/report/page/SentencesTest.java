package org.throughline.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.report.page.Headline.ATTENDANCE;
import static org.throughline.report.page.Headline.COMPLETION;
import static org.throughline.report.page.Headline.CONTINUOUS;
import static org.throughline.report.page.Headline.RETENTION;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.throughline.figure.FindingLevel;
import org.throughline.figure.Place;
import org.throughline.figure.Result;
import org.throughline.figure.Result.Suppressed.Kind;

/**
 * Situations of figures, each with the sentences that the page writes about it: they stand in
 * {@code sentences.txt}, to be read as a reader would.
 */
class SentencesTest {

  private static final List<String> FORBIDDEN =
      List.of("due to", "driven by", "significant", " only ", "alarming", "success", "because of");

  private static final int[] STEADY = {
    18, 17, 18, 16, 17, 19, 18, 17, 16, 18, 17, 19, 18, 17, 18, 16, 17, 18, 19, 17, 18, 16, 17, 18
  };

  private static int[] steady(int... last) {
    int[] months = STEADY.clone();
    System.arraycopy(last, 0, months, months.length - last.length, last.length);
    return months;
  }

  private static int[] first(int months) {
    return java.util.Arrays.copyOf(STEADY, months);
  }

  private static Scene retention() {
    return new Scene().retention(0.71, 0.65, 0.76, 266);
  }

  private static Scene attendance() {
    return new Scene().share(ATTENDANCE, 626, 858, 0.68, 0.77);
  }

  private static Scene completion() {
    return new Scene().share(COMPLETION, 15, 26, 0.39, 0.74);
  }

  private static Scene sobriety() {
    return new Scene().sober(67, 222, 0.24, 0.36, 0.6);
  }

  private static final Map<String, Function<Reading, String>> SUBJECTS = new LinkedHashMap<>();

  static {
    SUBJECTS.put("opening", SentencesTest::opening);
    SUBJECTS.put("restated", r -> RestatedSection.of(r).finding().get(0).source());
    SUBJECTS.put("trend", r -> TrendSection.of(r).finding().get(0).source());
  }

  /** Without what is said of the headlines that a scene leaves out. */
  private static String opening(Reading reading) {
    return String.join(
        "\n",
        OpeningSentences.of(reading).stream()
            .map(Prose::source)
            .filter(text -> !text.endsWith("was not computed for this month."))
            .toList());
  }

  private static Map<String, Scene> scenes() {
    Map<String, Scene> scenes = new LinkedHashMap<>();
    scenes.put("opening: retention, usual variation", retention().months(RETENTION, 25, STEADY));
    scenes.put(
        "opening: retention fell out of its limits", retention().months(RETENTION, 25, steady(5)));
    scenes.put(
        "opening: retention rose out of its limits", retention().months(RETENTION, 25, steady(25)));
    scenes.put(
        "opening: retention, a run above the centre",
        retention().months(RETENTION, 25, steady(18, 19, 18, 19, 18, 19, 18, 19)));
    scenes.put(
        "opening: retention, a run below the centre",
        retention().months(RETENTION, 25, steady(17, 16, 17, 16, 17, 16, 17, 17, 16)));
    scenes.put(
        "opening: retention, a run in which a month is hidden",
        retention().months(RETENTION, 25, steady(18, 19, 18, -19, 18, 19, 18, 19)));
    scenes.put(
        "opening: retention, two of three near the lower limit",
        retention().months(RETENTION, 25, steady(14, 17, 14)));
    scenes.put(
        "opening: retention rose seven times",
        retention()
            .months(
                RETENTION, 100, 72, 60, 70, 62, 71, 61, 72, 63, 70, 60, 71, 62, 72, 61, 70, 62, 71,
                60, 62, 64, 66, 68, 70, 72));
    scenes.put(
        "opening: retention fell seven times",
        retention()
            .months(
                RETENTION, 100, 72, 60, 70, 62, 71, 61, 72, 63, 70, 60, 71, 62, 72, 61, 70, 62, 71,
                72, 70, 68, 66, 64, 62, 60));
    scenes.put(
        "opening: retention, the first month of all", retention().months(RETENTION, 25, first(1)));
    scenes.put("opening: retention, five months", retention().months(RETENTION, 25, first(5)));
    scenes.put(
        "opening: retention, eleven months on trial", retention().months(RETENTION, 25, first(11)));
    scenes.put(
        "opening: retention, out of trial limits",
        retention().months(RETENTION, 25, 18, 17, 18, 16, 17, 19, 18, 3));
    scenes.put("opening: retention, twelve months", retention().months(RETENTION, 25, first(12)));
    scenes.put("opening: retention, no month to judge", retention().months(RETENTION, 25));
    scenes.put(
        "opening: retention, the latest month hidden",
        retention().months(RETENTION, 25, steady(-18)));
    scenes.put(
        "opening: retention, the latest month hidden and out of its limits",
        retention().months(RETENTION, 25, steady(-5)));
    scenes.put(
        "opening: retention, the verdict hidden",
        retention().signal(RETENTION, new Result.Suppressed(Kind.PRIMARY)));
    scenes.put("opening: retention, no verdict computed", retention());
    scenes.put("opening: retention, a wide interval", new Scene().retention(0.58, 0.32, 0.80, 14));
    scenes.put("opening: retention, nobody left", new Scene().retention(1, 1, 1, 40));
    scenes.put(
        "opening: retention, nearly nobody left", new Scene().retention(0.997, 0.98, 0.999, 940));
    scenes.put(
        "opening: retention, nearly everybody left",
        new Scene().retention(0.003, 0.001, 0.02, 940));
    scenes.put("opening: retention, one client", new Scene().retention(1, 1, 1, 1));
    scenes.put("opening: retention hidden, small", new Scene().hidden(RETENTION, Kind.PRIMARY));
    scenes.put(
        "opening: retention hidden, complement", new Scene().hidden(RETENTION, Kind.COMPLEMENTARY));
    scenes.put(
        "opening: retention, no admissions",
        new Scene().missing(RETENTION, "No episode was admitted by the retention cut."));
    scenes.put(
        "opening: retention hidden though the months would tell",
        new Scene().hidden(RETENTION, Kind.PRIMARY).months(RETENTION, 25, STEADY));

    scenes.put("opening: attendance, usual variation", attendance().months(ATTENDANCE, 25, STEADY));
    scenes.put(
        "opening: attendance fell out of its limits",
        attendance().months(ATTENDANCE, 25, steady(5)));
    scenes.put(
        "opening: attendance rose out of its limits",
        attendance().months(ATTENDANCE, 25, steady(25)));
    scenes.put(
        "opening: attendance, the seventh month below the centre",
        attendance().months(ATTENDANCE, 25, steady(18, 17, 16, 17, 16, 17, 17, 16)));
    scenes.put("opening: attendance, four months", attendance().months(ATTENDANCE, 25, first(4)));
    scenes.put(
        "opening: attendance, nothing to count in the latest month",
        attendance()
            .signal(
                ATTENDANCE,
                new Result.Unavailable("There is nothing to count in the latest complete month.")));
    scenes.put("opening: attendance hidden", new Scene().hidden(ATTENDANCE, Kind.PRIMARY));
    scenes.put(
        "opening: attendance, the feed is missing",
        new Scene().missing(ATTENDANCE, "No session was offered in June 2025."));
    scenes.put("opening: attendance, nobody came", new Scene().share(ATTENDANCE, 0, 858, 0, 0.01));

    scenes.put("opening: completion of few exits", completion().months(COMPLETION, 25, STEADY));
    scenes.put(
        "opening: completion of many exits",
        new Scene().share(COMPLETION, 73, 126, 0.49, 0.66).months(COMPLETION, 25, STEADY));
    scenes.put("opening: completion of one exit", new Scene().share(COMPLETION, 1, 1, 0.2, 1));
    scenes.put("opening: nobody completed", new Scene().share(COMPLETION, 0, 26, 0, 0.13));
    scenes.put(
        "opening: completion, a run for the better",
        completion().months(COMPLETION, 25, steady(18, 19, 18, 19, 18, 19, 18)));
    scenes.put("opening: completion fell", completion().months(COMPLETION, 25, steady(4)));
    scenes.put("opening: completion hidden", new Scene().hidden(COMPLETION, Kind.PRIMARY));
    scenes.put(
        "opening: completion hidden as complement",
        new Scene().hidden(COMPLETION, Kind.COMPLEMENTARY));
    scenes.put(
        "opening: no exit became known",
        new Scene().missing(COMPLETION, "No exit became known in June 2025."));

    scenes.put("opening: sobriety between its bounds", sobriety().months(CONTINUOUS, 25, STEADY));
    scenes.put("opening: sobriety, eleven months", sobriety().months(CONTINUOUS, 25, first(11)));
    scenes.put("opening: sobriety rose", sobriety().months(CONTINUOUS, 25, steady(25)));
    scenes.put(
        "opening: sobriety without bounds", new Scene().share(CONTINUOUS, 67, 222, 0.24, 0.36));
    scenes.put("opening: sobriety hidden", new Scene().hidden(CONTINUOUS, Kind.PRIMARY));
    scenes.put(
        "opening: nobody has twelve weeks over",
        new Scene().missing(CONTINUOUS, "Nobody has 12 weeks over."));

    scenes.put("opening: most unplanned exits come early", retention().unplanned(46, 36));
    scenes.put(
        "opening: few unplanned exits, told by their share",
        retention().unplanned(5, 36).endings(0.47, 0.35));
    scenes.put(
        "opening: few late exits would be given away",
        retention().unplanned(46, 4).endings(0.47, 0.35));

    scenes.put(
        "opening: one warning",
        retention()
            .finding("missing-feed", FindingLevel.WARN, Place.ofFeed("checkins", "northgate")));
    scenes.put(
        "opening: a stop that somebody accepted, and a note",
        retention()
            .finding("missing-site", FindingLevel.STOP, Place.ofSite("northgate"))
            .finding("duplicates", FindingLevel.NOTE, Place.ofFeed("attendance", "")));
    scenes.put(
        "opening: five warnings",
        retention()
            .finding("missing-feed", FindingLevel.WARN, Place.ofFeed("checkins", "northgate"))
            .finding("missing-feed", FindingLevel.WARN, Place.ofFeed("relapses", "northgate"))
            .finding("volume", FindingLevel.WARN, Place.ofFeed("attendance", "mill"))
            .finding(
                "unknown-codes", FindingLevel.WARN, Place.ofFeed("episodes", "").withColumn("race"))
            .finding("rejected-rows", FindingLevel.WARN, Place.ofFile("checkins", "checkins.csv")));
    scenes.put(
        "opening: one site beyond its limits",
        retention()
            .site("northgate", "retention", OptionalInt.of(90), 0.5)
            .site("mill", "retention", OptionalInt.of(90), 0.7));
    scenes.put(
        "opening: two sites beyond their limits",
        retention()
            .site("mill", "attendance", OptionalInt.empty(), 0.9)
            .site("northgate", "retention", OptionalInt.of(90), 0.5));
    scenes.put(
        "opening: what signals comes before what does not",
        retention()
            .share(ATTENDANCE, 700, 858, 0.78, 0.84)
            .share(COMPLETION, 15, 26, 0.39, 0.74)
            .sober(67, 222, 0.24, 0.36, 0.6)
            .unplanned(46, 36)
            .months(RETENTION, 25, STEADY)
            .months(ATTENDANCE, 25, STEADY)
            .months(COMPLETION, 25, steady(4))
            .months(CONTINUOUS, 25, first(9)));

    scenes.put("restated: nothing", new Scene());
    scenes.put(
        "restated: one figure",
        new Scene().restated(COMPLETION, YearMonth.of(2025, 4), 0.70, 120, 0.71, 123));
    scenes.put(
        "restated: the largest of three",
        new Scene()
            .restated(COMPLETION, YearMonth.of(2025, 4), 0.70, 120, 0.71, 123)
            .restated(ATTENDANCE, YearMonth.of(2025, 5), 0.80, 900, 0.75, 1100)
            .restated(RETENTION, YearMonth.of(2025, 5), 0.68, 300, 0.67, 301));
    scenes.put(
        "restated: other numbers of clients, the same percent",
        new Scene().restated(RETENTION, YearMonth.of(2025, 5), 0.681, 300, 0.684, 301));

    scenes.put(
        "trend: no signal",
        new Scene().months(RETENTION, 25, STEADY).months(ATTENDANCE, 25, STEADY));
    scenes.put(
        "trend: one for the worse",
        new Scene().months(RETENTION, 25, STEADY).months(ATTENDANCE, 25, steady(4)));
    scenes.put(
        "trend: two for the worse and one for the better",
        new Scene()
            .months(RETENTION, 25, steady(4))
            .months(ATTENDANCE, 25, steady(4))
            .months(COMPLETION, 25, steady(25)));
    scenes.put("trend: too few months", new Scene().months(RETENTION, 25, first(8)));
    return scenes;
  }

  private static String told(String name, Scene scene) {
    String subject = name.substring(0, name.indexOf(':'));
    return SUBJECTS.get(subject).apply(scene.reading()).replace('\u00a0', ' ');
  }

  private static Map<String, String> expected() throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    try (InputStream in = SentencesTest.class.getResourceAsStream("/sentences.txt")) {
      String file = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String block : file.strip().split("\n\n")) {
        int end = block.indexOf('\n');
        texts.put(
            block.substring(2, end < 0 ? block.length() : end),
            end < 0 ? "" : block.substring(end + 1));
      }
    }
    return texts;
  }

  static Stream<String> names() {
    return scenes().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void saysWhatTheFigureAllows(String name) throws IOException {
    assertThat(told(name, scenes().get(name))).isEqualTo(expected().get(name));
  }

  @Test
  void everyTextHasItsSituation() throws IOException {
    assertThat(expected().keySet()).containsExactlyElementsOf(scenes().keySet());
    assertThat(expected()).hasSizeGreaterThanOrEqualTo(60);
  }

  @ParameterizedTest
  @MethodSource("names")
  void namesNoCauseAndPraisesNothing(String name) {
    String text = told(name, scenes().get(name)).toLowerCase(Locale.ROOT);
    assertThat(FORBIDDEN).noneMatch(text::contains);
  }

  /** Writes what is told now, to be read and compared by eye. */
  public static void main(String[] arguments) {
    List<String> blocks = new ArrayList<>();
    scenes().forEach((name, scene) -> blocks.add("# " + name + "\n" + told(name, scene)));
    System.out.println(String.join("\n\n", blocks));
  }
}
