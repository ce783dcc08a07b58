package org.throughline.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;

/** Tests on the six clients. */
class NegativeTestsTest {

  /**
   * In care: client 4 negative on 31, client 5 negative on 32 and refused on 33. Not: that of day
   * 0, the invalid one, the positive one after the retention cut.
   */
  @Test
  void countsRefusedButNeitherInvalidNorBaselineNorLater() {
    Result.Proportion all = Worked.share("negative_tests", Slice.OVERALL);
    assertThat(all.numerator()).isEqualTo(2);
    assertThat(all.denominator()).isEqualTo(3);
    assertThat(Worked.share("negative_tests", Slice.ofTier("IOP")).numerator()).isEqualTo(1);
    assertThat(Worked.of("negative_tests", Slice.ofFamily("involved")))
        .isInstanceOf(Result.Unavailable.class);
  }
}
