package org.throughline.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.throughline.figure.CodebookEntry;
import org.throughline.figure.Definition;
import org.throughline.figure.Figure;
import org.throughline.figure.Result;

/** The codebook says something of every measure, and its examples are figures. */
class CodebookTest {
  private final Map<String, CodebookEntry> book =
      Codebook.entries().stream()
          .collect(Collectors.toMap(entry -> entry.definition().id(), entry -> entry));

  private CodebookEntry of(String id) {
    return book.getOrDefault(id, Codebook.entries().get(0));
  }

  @Test
  void hasAnEntryAndAnExampleForEachDefinition() {
    assertThat(Codebook.entries())
        .extracting(CodebookEntry::definition)
        .containsExactlyElementsOf(Catalogue.definitions());
    assertThat(Catalogue.definitions()).extracting(Definition::id).doesNotHaveDuplicates();
    assertThat(Codebook.entries())
        .allSatisfy(entry -> assertThat(entry.example()).as(entry.toString()).isNotEmpty());
  }

  /** Every word of a definition is there, and what a trial or a state defines names its source. */
  @Test
  void leavesNoFieldEmpty() {
    assertThat(Catalogue.definitions())
        .allSatisfy(
            d ->
                assertThat(
                        List.of(
                            d.label(),
                            d.numerator(),
                            d.denominator(),
                            d.interval(),
                            d.why(),
                            d.source()))
                    .as(d.id())
                    .noneMatch(String::isBlank));
  }

  @Test
  void examplesAreComputed() {
    assertThat(of("retention").example()).extracting(f -> f.at().orElse(0)).contains(30, 90, 180);
    assertThat(of("dose_kept").example())
        .singleElement()
        .extracting(Figure::result)
        .isInstanceOfSatisfying(
            Result.Proportion.class,
            share -> {
              assertThat(share.numerator()).isEqualTo(1);
              assertThat(share.denominator()).isEqualTo(2);
            });
    assertThat(of("first_use").example())
        .extracting(Figure::measure)
        .contains("first_use", "first_use_median");
    // exits_planned is a measure of its own, and none of exits
    assertThat(of("exits").example()).extracting(Figure::measure).containsExactly("exits");
  }

  @Test
  void tellsTheGroupsThatFiguresHave() {
    assertThat(of("admissions").groups())
        .isEqualTo(
            "everybody; tier; site; columns of throughline.groups, whose levels of fewer than 11"
                + " episodes in the cohort are taken together as other");
    assertThat(of("attendance").groups()).contains("family involvement on the day");
    assertThat(of("retention").groups()).contains("family involvement at the landmark");
    assertThat(of("teds_discharges").groups()).contains("length_of_stay");
  }
}
