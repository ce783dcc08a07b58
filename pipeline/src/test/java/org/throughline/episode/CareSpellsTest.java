package org.throughline.episode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CareSpellsTest {

  private static List<String> spells(Timeline timeline) {
    List<String> spells = new ArrayList<>();
    EpisodeFold.run(
        timeline,
        Cut.series(YearMonth.of(2025, 6), 1, FoldRules.DEFAULT),
        outcome ->
            CareSpells.visit(
                outcome,
                (from, to, tier, family) -> {
                  spells.add(from + "-" + to + " " + tier + " " + family.code());
                  for (int day = from; day <= to; day++) {
                    assertThat(tier).isEqualTo(Placements.tierOn(timeline, day));
                    assertThat(family).isEqualTo(outcome.familyOn(day));
                  }
                }));
    return spells;
  }

  private static TimelineBuilder admitted(String day) {
    return new TimelineBuilder(1, day).tier("HIOP");
  }

  @Test
  void areCutWhereTierOrInvolvementChanges() {
    assertThat(
            spells(
                admitted("2025-01-01")
                    .placed(0, 20, "HIOP")
                    .placed(21, 50, "IOP")
                    .placed(51, Timeline.OPEN, "OP")
                    .family(30)
                    .attended(60)
                    .discharged(60, "completed")
                    .build()))
        .containsExactly(
            "1-20 HIOP not_yet", "21-29 IOP not_yet", "30-50 IOP involved", "51-60 OP involved");
  }

  @Test
  void endAtTheRetentionCut() {
    assertThat(spells(admitted("2025-01-01").attended(175).build()))
        .containsExactly("1-150 HIOP not_yet");
  }

  @Test
  void takeAChangeOnTheFirstAndOnTheLastDay() {
    assertThat(
            spells(
                admitted("2025-01-01")
                    .family(1, 40)
                    .placed(40, Timeline.OPEN, "OP")
                    .discharged(40, "completed")
                    .build()))
        .containsExactly("1-39 HIOP involved", "40-40 OP involved");
  }

  @Test
  void areNoneWhereNoDayInCareIsKnown() {
    assertThat(spells(admitted("2025-01-01").discharged(0, "other").build())).isEmpty();
    assertThat(spells(admitted("2025-06-10").attended(5).build())).isEmpty();
  }
}
