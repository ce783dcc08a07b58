package org.throughline.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProseTest {

  @Test
  void markupBecomesHtmlAndTheRestIsEscaped() {
    Prose prose = new Prose("**71 % had** `a_b` (65–76\u00a0%) at <Mill & \"Road\">");
    assertThat(prose.html())
        .isEqualTo(
            "<b>71\u00a0% had</b> <code>a_b</code> <span class=\"nw\">(65–76\u00a0%)</span>"
                + " at &lt;Mill &amp; &quot;Road&quot;&gt;");
    assertThat(prose.plain()).isEqualTo("71 % had a_b (65–76\u00a0%) at <Mill & \"Road\">");
  }
}
