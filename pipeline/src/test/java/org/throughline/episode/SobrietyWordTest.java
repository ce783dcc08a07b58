package org.throughline.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.throughline.episode.SobrietyWord.Rule;

/** Words as bits, held against the same words as text. */
class SobrietyWordTest {
  private static SobrietyWord of(String letters) {
    long[] sober = new long[letters.length() / 64 + 1];
    long[] use = new long[sober.length];
    for (int k = 1; k <= letters.length(); k++) {
      char letter = letters.charAt(k - 1);
      if (letter == '-' || letter == '*') {
        sober[(k - 1) / 64] |= 1L << (k - 1) % 64;
      }
      if (letter == '+' || letter == '*') {
        use[(k - 1) / 64] |= 1L << (k - 1) % 64;
      }
    }
    return new SobrietyWord(sober, use, letters.length());
  }

  @Test
  void eachLetterSaysWhatItStandsFor() {
    SobrietyWord word = of("-+*o");
    boolean[] sober = {true, false, false, false};
    boolean[] use = {false, true, true, false};
    boolean[] observed = {true, true, true, false};
    for (int k = 1; k <= 4; k++) {
      assertThat(word.sober(k)).isEqualTo(sober[k - 1]);
      assertThat(word.use(k)).isEqualTo(use[k - 1]);
      assertThat(word.observed(k)).isEqualTo(observed[k - 1]);
    }
    assertThat(word.letter(1)).isEqualTo('-');
    assertThat(word.letter(4)).isEqualTo('o');
    assertThat(word.weeks()).isEqualTo(4);
    assertThatThrownBy(() -> word.letter(0)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> word.letter(5))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("week 5 of 4");
  }

  @Test
  void bothEndsOfARangeAreInIt() {
    SobrietyWord word = of("o-o+o");
    assertThat(word.anyObserved(3, 4)).isTrue();
    assertThat(word.anyObserved(2, 3)).isTrue();
    assertThat(word.anyObserved(3, 3)).isFalse();
    assertThat(word.anyUse(3, 4)).isTrue();
    assertThat(word.anyUse(4, 5)).isTrue();
    assertThat(word.anyUse(1, 3)).isFalse();
    assertThat(word.allSober(2, 2)).isTrue();
    assertThat(word.allSober(2, 3)).isFalse();
    assertThat(word.longestMissing(3, 3)).isEqualTo(1);
    assertThat(word.longestMissing(1, 2)).isEqualTo(1);
    assertThat(word.longestNotSober(3, 5)).isEqualTo(3);
    assertThat(word.soberWeeks(1, 2)).isEqualTo(1);
    assertThat(word.observedWeeks(2, 4)).isEqualTo(2);
  }

  /** o-- then a gap: the first run of two ends in week 3, of three nowhere, counted from week 2. */
  @Test
  void aRunEndsWhereItIsLongEnough() {
    SobrietyWord word = of("o--o---+");
    assertThat(word.endOfSoberRun(1, 8, 2)).isEqualTo(3);
    assertThat(word.endOfSoberRun(3, 8, 2)).isEqualTo(6);
    assertThat(word.endOfSoberRun(1, 8, 3)).isEqualTo(7);
    assertThat(word.endOfSoberRun(1, 6, 3)).isZero();
    assertThat(word.longestRun(1, 8, Rule.WORST)).isEqualTo(3);
    assertThat(word.longestRun(1, 8, Rule.OBSERVED)).isEqualTo(5);
    assertThat(word.longestRun(1, 8, Rule.BEST)).isEqualTo(7);
    assertThat(word.longestRun(3, 4, Rule.BEST)).isEqualTo(2);
  }

  /** Words of up to three years, over the borders of the bits' words. */
  @Property(tries = 200)
  void agreesWithText(@ForAll long seed) {
    Random random = new Random(seed);
    char[] letters = new char[1 + random.nextInt(150)];
    for (int i = 0; i < letters.length; i++) {
      letters[i] = "-----+*oo".charAt(random.nextInt(9));
    }
    String text = new String(letters);
    SobrietyWord word = of(text);
    int from = 1 + random.nextInt(letters.length);
    int to = from + random.nextInt(letters.length - from + 1);
    String part = text.substring(from - 1, to);

    assertThat(word).hasToString(text);
    assertThat(word.soberWeeks(from, to)).isEqualTo(part.replaceAll("[^-]", "").length());
    assertThat(word.observedWeeks(from, to)).isEqualTo(part.replace("o", "").length());
    assertThat(word.longestMissing(from, to)).isEqualTo(longest(part, "[^o]"));
    assertThat(word.longestNotSober(from, to)).isEqualTo(longest(part, "-"));
    assertThat(word.allSober(from, to)).isEqualTo(part.matches("-*"));
    assertThat(word.anyUse(from, to)).isEqualTo(part.matches(".*[+*].*"));
    assertThat(word.anyObserved(from, to)).isEqualTo(part.matches(".*[^o].*"));
    assertThat(word.longestRun(from, to, Rule.WORST)).isEqualTo(longest(part, "[^-]"));
    assertThat(word.longestRun(from, to, Rule.OBSERVED))
        .isEqualTo(longest(part.replace("o", ""), "[^-]"));
    assertThat(word.longestRun(from, to, Rule.BEST)).isEqualTo(longest(part, "[+*]"));
    int run = part.indexOf("----");
    assertThat(word.endOfSoberRun(from, to, 4)).isEqualTo(run < 0 ? 0 : from + run + 3);
  }

  private static int longest(String text, String breaks) {
    return Arrays.stream(text.split(breaks)).mapToInt(String::length).max().orElse(0);
  }
}
