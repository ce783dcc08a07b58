package org.throughline.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class RiskRowsLaws {

  private final RiskRows rows = new RiskRows(11);

  @Property
  void aSmallCountIsNeverWrittenNorLeftAloneToBeWorkedOut(
      @ForAll @Size(4) List<@IntRange(max = 40) Integer> counts) {
    List<Long> numbers = counts.stream().map(Integer::longValue).toList();
    List<String> cells = rows.column(numbers);
    long hidden = 0;
    boolean other = false;
    for (int i = 0; i < 4; i++) {
      boolean written = cells.get(i).equals(Long.toString(numbers.get(i)));
      assertThat(written && numbers.get(i) > 0 && numbers.get(i) < 11).isFalse();
      hidden += written ? 0 : 1;
      other |= numbers.get(i) >= 11;
    }
    if (other) {
      assertThat(hidden).isNotEqualTo(1);
    }
  }

  @Example
  void theSmallestOfTheOthersIsWithheld() {
    assertThat(rows.column(List.of(40L, 3L, 0L, 12L))).containsExactly("40", "‹11", "0", "–");
    assertThat(rows.column(List.of(40L, 3L, 5L, 12L))).containsExactly("40", "‹11", "‹11", "12");
    assertThat(rows.column(List.of(40L, 30L, 0L, 12L))).containsExactly("40", "30", "0", "12");
  }
}
