package org.throughline.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.throughline.figure.Result;

/** Endpoints of trials beside a second reading of the same words, by regular expressions. */
class TrialLaws {

  @Provide
  Arbitrary<List<String>> words() {
    Arbitrary<String> mostlySober = Arbitraries.strings().withChars("---+o*").ofLength(24);
    Arbitrary<String> mostlyMissing = Arbitraries.strings().withChars("ooo-+*").ofLength(24);
    return Arbitraries.oneOf(mostlySober, mostlyMissing).list().ofSize(25);
  }

  @Property(tries = 20)
  void endpointsAreWhatExpressionsFind(@ForAll("words") List<String> words) {
    for (int at : new int[] {12, 24}) {
      same("trial_relapse", at, words, at, finds("[^-]{4}"));
      same("trial_dropout", at, words, at, finds("oooo"));
      same("trial_three_sober", at, words, at, finds("---"));
      same("trial_sober_at_end", at, words, at, finds("(--.|-.-|.--)-$"));
    }
    same("trial_abstinent_12_15", 15, words, 15, finds("(----|o---|-o--|--o-|---o)$"));
  }

  /** A share of weeks is the count of letters. */
  @Property(tries = 20)
  void negativeWeeksAreTheLetters(@ForAll("words") List<String> words) {
    String first = String.join("", words.stream().map(w -> w.substring(0, 12)).toList());
    long sober = first.chars().filter(c -> c == '-').count();
    Result.Proportion planned =
        Words.share("trial_negative_planned", 12, words.toArray(String[]::new));
    assertThat(planned.numerator()).isEqualTo(sober);
    assertThat(planned.denominator()).isEqualTo(first.length());
    long observed = first.chars().filter(c -> c != 'o').count();
    if (observed > 0) {
      Result.Proportion seen =
          Words.share("trial_negative_observed", 12, words.toArray(String[]::new));
      assertThat(seen.numerator()).isEqualTo(sober);
      assertThat(seen.denominator()).isEqualTo(observed);
    }
  }

  private static Predicate<String> finds(String expression) {
    return Pattern.compile(expression).asPredicate();
  }

  private static void same(
      String measure, int at, List<String> words, int weeks, Predicate<String> expected) {
    long count = words.stream().map(w -> w.substring(0, weeks)).filter(expected).count();
    Result.Proportion share = Words.share(measure, at, words.toArray(String[]::new));
    assertThat(share.numerator()).as(measure + " " + at + " " + words).isEqualTo(count);
    assertThat(share.denominator()).isEqualTo(words.size());
  }
}
