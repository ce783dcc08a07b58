package org.throughline.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.throughline.episode.EpisodeFacts;
import org.throughline.episode.FoldRules;
import org.throughline.episode.OutcomeColumn;
import org.throughline.episode.Timeline;
import org.throughline.episode.TimelineBuilder;

/** Each column of {@code episode_outcomes} on the six clients of {@link SixClients}, by hand. */
class ClientOutcomesTest {
  /** Cells of clients 1 to 6; an empty one where nothing stands. */
  private static final String BY_HAND =
      """
      month                         | 2025-06 | 2025-06 | 2025-06 | 2025-06 | 2025-06 | 2025-06
      edition                       | 3 | 3 | 3 | 3 | 3 | 3
      cut                           | 20269 | 20269 | 20269 | 20269 | 20269 | 20269
      episode_key                   | 1 | 2 | 3 | 4 | 5 | 6
      client_key                    | 1 | 2 | 3 | 4 | 5 | 6
      site                          | north | north | north | south | south | south
      admitted_on                   | 20089 | 20089 | 20089 | 20089 | 20089 | 20089
      tier                          | OP | OP | IOP | IOP | OP | IOP
      in_cohort                     | true | true | true | true | true | true
      cohort_episode                | 1 | 1 | 1 | 1 | 1 | 1
      cut_day                       | 180 | 180 | 180 | 180 | 180 | 180
      exit_day                      | 40 | 20 | 70 | 100 |  | 170
      exit_class                    | planned | unplanned | unplanned | transferred |  | planned
      exit_inferred                 | false | true | false | false |  | false
      exit_known_day                | 40 | 50 | 70 | 100 |  | 170
      restored                      | false | false | false | false | false | false
      days_in_care                  | 40 | 20 | 70 | 100 | 150 | 150
      censored                      | false | false | false | false | true | true
      first_session_day             | 10 | 20 | 5 | 30 | 30 | 30
      last_attended_day             | 40 | 20 | 70 | 90 | 178 | 169
      first_family_day              | 10 |  | 5 | 60 |  | 0
      landmark_contact_days         | 1 | 0 | 2 | 0 | 0 | 1
      landmark_group                | some |  | regular | none | none | some
      sessions_attended             | 2 | 1 | 4 | 3 | 7 | 8
      sessions_no_show              | 0 | 0 | 0 | 0 | 2 | 1
      sessions_cancelled_by_client  | 0 | 0 | 0 | 0 | 1 | 0
      sessions_cancelled_by_program | 0 | 0 | 0 | 0 | 0 | 0
      sessions_excused              | 0 | 0 | 0 | 0 | 1 | 0
      unscheduled_contacts          | 0 | 0 | 0 | 0 | 1 | 0
      month_attended                | 0 | 0 | 0 | 0 | 2 | 2
      month_no_show                 | 0 | 0 | 0 | 0 | 2 | 1
      month_cancelled_by_client     | 0 | 0 | 0 | 0 | 1 | 0
      sobriety_word                 | 5o 1+ 19o | 25o | 4- 21o | 2- 1o 2- 8o 1- 11o \
      | 2- 1+ 1o 1* 8o 1* 1+ 2o 1+ 4o 1+ 2o | 22o 2+ 1o
      weeks_over                    | 25 | 25 | 25 | 25 | 25 | 25
      sober_weeks                   | 0 | 0 | 4 | 5 | 2 | 0
      use_weeks                     | 1 | 0 | 0 | 0 | 4 | 2
      mixed_weeks                   | 0 | 0 | 0 | 0 | 2 | 0
      missing_weeks                 | 24 | 25 | 21 | 20 | 17 | 23
      longest_run_worst             | 0 | 0 | 4 | 2 | 2 | 0
      longest_run_observed          | 0 | 0 | 4 | 5 | 2 | 0
      longest_run_best              | 19 | 25 | 25 | 25 | 8 | 22
      first_use_day                 | 40 |  |  |  | 17 | 160
      last_sign_day                 | 40 |  | 24 | 95 | 155 | 162
      first_relapse_day             | 40 |  |  |  | 95 | 160
      relapses_in_care              | 1 | 0 | 0 | 0 | 1 | 0
      sign_days_in_care             | 0 | 0 | 4 | 5 | 6 | 0
      abstinent_days_in_care        | 0 | 0 | 4 | 5 | 3 | 0
      tests_in_care                 | 0 | 0 | 0 | 1 | 2 | 0
      negative_tests_in_care        | 0 | 0 | 0 | 1 | 1 | 0
      """;

  private static List<EpisodeFacts> facts(YearMonth month, List<List<Timeline>> clients) {
    List<EpisodeFacts> facts = new ArrayList<>();
    ClientOutcomes outcomes = new ClientOutcomes(month, FoldRules.DEFAULT, 3, facts::add);
    clients.forEach(outcomes::add);
    return facts;
  }

  private static String cell(OutcomeColumn column, EpisodeFacts facts) {
    return Objects.requireNonNullElse(column.of(facts), "").toString();
  }

  /** "2- 1o" for "--o", so that a word of weeks can be read. */
  private static String runs(String word) {
    return Stream.of(word.split("(?<=(.))(?!\\1)"))
        .map(run -> run.isEmpty() ? "" : run.length() + run.substring(0, 1))
        .collect(Collectors.joining(" "));
  }

  @Test
  void sixClientsByHand() {
    List<EpisodeFacts> facts = facts(SixClients.plan().month(), SixClients.clients());
    List<String> found = new ArrayList<>();
    for (OutcomeColumn column : OutcomeColumn.values()) {
      found.add(
          column.code()
              + facts.stream()
                  .map(of -> cell(column, of))
                  .map(text -> column == OutcomeColumn.SOBRIETY_WORD ? runs(text) : text)
                  .map(text -> ";" + text)
                  .collect(Collectors.joining()));
    }
    assertThat(found)
        .isEqualTo(
            BY_HAND
                .lines()
                .map(line -> line.replaceAll(" *\\| *", ";").strip())
                .map(line -> line.replace(" ;", ";"))
                .toList());
  }

  @Test
  void cellsAreEmptyOnlyWhereTheyMayBeAndEveryColumnIsExplained() {
    for (EpisodeFacts of : facts(SixClients.plan().month(), SixClients.clients())) {
      assertThat(OutcomeColumn.values())
          .filteredOn(column -> column.need() == OutcomeColumn.Need.ALWAYS)
          .noneMatch(column -> column.of(of) == null);
    }
    assertThat(Arrays.stream(OutcomeColumn.values()).map(OutcomeColumn::comment))
        .doesNotHaveDuplicates()
        .noneMatch(String::isBlank);
  }

  @Test
  void nothingLaterThanTheCutIsKnown() {
    // cut 31 March: day 89, weeks over 12; client 3 left on day 70, client 4 is there until 100
    List<EpisodeFacts> facts = facts(YearMonth.of(2025, 3), SixClients.clients());
    assertThat(facts)
        .extracting(of -> cell(OutcomeColumn.EXIT_DAY, of))
        .containsExactly("40", "20", "70", "", "", "");
    assertThat(facts)
        .extracting(of -> cell(OutcomeColumn.DAYS_IN_CARE, of))
        .containsExactly("40", "20", "59", "59", "59", "59");
    assertThat(facts)
        .extracting(of -> cell(OutcomeColumn.CENSORED, of))
        .containsExactly("false", "false", "true", "true", "true", "true");
    assertThat(facts)
        .extracting(of -> cell(OutcomeColumn.LAST_ATTENDED_DAY, of))
        .containsExactly("40", "20", "70", "60", "60", "60");
    assertThat(facts).extracting(of -> cell(OutcomeColumn.WEEKS_OVER, of)).containsOnly("12");
    assertThat(facts)
        .extracting(of -> cell(OutcomeColumn.FIRST_RELAPSE_DAY, of))
        .containsExactly("40", "", "", "", "", "");
  }

  @Test
  void episodesOfAClientAreCountedInTheCohortAndYoungOnesHaveNoDaysInCare() {
    Timeline early = of(1, "2024-03-01").attended(3).build();
    Timeline first = of(2, "2024-09-01").attended(10).discharged(12, "completed").build();
    // silent from day 20 on, so that at the end of May it counted as ended; came back on 12 June
    Timeline back = of(3, "2025-04-01").attended(20, 72).build();
    Timeline young = of(4, "2025-06-10").attended(5).sober(2).build();
    Timeline later = of(5, "2025-07-01").attended(1).build();
    List<EpisodeFacts> facts =
        facts(SixClients.plan().month(), List.of(List.of(later, young, back, first, early)));
    assertThat(facts)
        .extracting(of -> cell(OutcomeColumn.EPISODE_KEY, of))
        .as("the one of July is not known yet")
        .containsExactly("1", "2", "3", "4");
    assertThat(facts)
        .extracting(of -> cell(OutcomeColumn.COHORT_EPISODE, of))
        .containsExactly("", "1", "2", "3");
    assertThat(facts)
        .extracting(of -> cell(OutcomeColumn.IN_COHORT, of))
        .containsExactly("false", "true", "true", "true");
    assertThat(facts)
        .extracting(of -> cell(OutcomeColumn.RESTORED, of))
        .containsExactly("false", "false", "true", "false");
    // admitted on 10 June, and 31 May is the last day for which it is certain who was in care
    EpisodeFacts youngest = facts.get(3);
    for (OutcomeColumn column : OutcomeColumn.values()) {
      if (column.code().endsWith("in_care") || column == OutcomeColumn.CENSORED) {
        assertThat(column.of(youngest)).as(column.code()).isNull();
      }
    }
    assertThat(cell(OutcomeColumn.CUT_DAY, youngest)).isEqualTo("20");
    assertThat(cell(OutcomeColumn.SOBRIETY_WORD, youngest)).isEqualTo("-o");
  }

  private static TimelineBuilder of(long episode, String admitted) {
    return new TimelineBuilder(episode, admitted).client(9);
  }
}
