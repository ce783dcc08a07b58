package org.throughline.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FiguresCommandTest {
  private static final String HEADER =
      "month,edition,cut,measure,version,at,tier,family,site,group,level,rule,value,ci_low,ci_high,"
          + "bound_low,bound_high,numerator,denominator,unit,suppressed";
  private static final String SERIES =
      "2026-02,1,2026-02-28,completion,1,90,all,all,all,,,,0.5,0.4,0.6,,,50,100,share,";
  private static final String OVERALL =
      "2026-03,1,2026-03-31,completion,1,90,all,all,all,,,,0.614,0.52,0.7,0.5,0.8,49,80,share,";
  private static final String IOP =
      "2026-03,1,2026-03-31,completion,1,90,IOP,all,all,,,,,,,,,,,share,primary";
  private static final String UNDEFINED =
      "2026-04,1,2026-04-30,completion,1,90,OTP,all,all,,,,,,,,,,,share,";
  private static final String CENSUS =
      "2026-03,1,2026-03-31,census,1,,all,all,all,,,,1234,,,,,,,episodes,";

  @TempDir Path home;

  private final Session session = Session.plain();

  @BeforeEach
  void publish() throws IOException {
    Files.createDirectories(home.resolve("jobs"));
    write("2026-02", HEADER, SERIES);
    write("2026-03", HEADER, SERIES, OVERALL, IOP, CENSUS);
  }

  @Test
  void theLatestMonthIsShownWithoutItsEarlierSeries() {
    assertThat(session.run("figures", "--home", home.toString())).isZero();
    assertThat(session.out())
        .isEqualTo(
            """
            month    measure     at  value  95 %          bounds        numerator  denominator  unit
            2026-03  completion  90   61.4  52.0 to 70.0  50.0 to 80.0         49           80  %
            2026-03  census          1,234                                                      episodes
            """);
  }

  @Test
  void aHiddenFigureSaysSo() {
    assertThat(session.run("figures", "--home", home.toString(), "--by", "tier")).isZero();
    assertThat(session.out()).contains("IOP").contains("hidden").doesNotContain("61.4");
  }

  @Test
  void aFigureThatCannotBeComputedIsADashAndNotHidden() throws IOException {
    write("2026-04", HEADER, UNDEFINED);
    assertThat(session.run("figures", "--home", home.toString(), "--by", "tier")).isZero();
    assertThat(session.out()).contains("completion  90  OTP       –").doesNotContain("hidden");
  }

  @Test
  void csvIsWhatWasPublished() {
    int code =
        session.run(
            "figures", "--home", home.toString(), "--format", "csv", "--measure", "completion");
    assertThat(code).isZero();
    assertThat(session.out()).isEqualTo(HEADER + "\n" + OVERALL + "\n");
  }

  @Test
  void jsonHasNumbersAndNulls() {
    int code =
        session.run("figures", "--home", home.toString(), "--format", "json", "--month", "2026-02");
    assertThat(code).isZero();
    assertThat(session.out())
        .contains("\"value\":0.5,")
        .contains("\"bound_low\":null")
        .contains("\"month\":\"2026-02\"");
  }

  @Test
  void aColumnOfTheFeedIsAGroup() throws IOException {
    String level = "2026-03,1,2026-03-31,completion,1,,all,all,all,sex,F,,0.25,,,,,5,20,share,";
    write("2026-03", HEADER, OVERALL, level);
    assertThat(session.run("figures", "--home", home.toString(), "--by", "sex")).isZero();
    assertThat(session.out()).contains("completion (F)").contains("25.0").doesNotContain("61.4");
    assertThat(session.run("figures", "--home", home.toString(), "--by", "age")).isEqualTo(2);
    assertThat(session.err()).contains("tier, family, site, sex");
  }

  @Test
  void theCodebookSaysWhatAMeasureMeans() throws IOException {
    assertThat(session.run("figures", "--home", home.toString(), "--codebook")).isEqualTo(2);
    assertThat(session.err()).contains("2026-03 has no codebook");
    Files.writeString(
        home.resolve("reports/2026-03/codebook.csv"),
        """
        measure,version,kind,label,population,why
        completion,1,core,Completed,month,"Finishing is the aim, in care."
        census,1,core,In care,month,Size.
        """);
    int code =
        session.run("figures", "--home", home.toString(), "--codebook", "--measure", "completion");
    assertThat(code).isZero();
    assertThat(session.out())
        .contains("completion – Completed", "  why: Finishing is the aim, in care.")
        .doesNotContain("census");
  }

  @Test
  void whatIsNotThereIsNamed() {
    assertThat(session.run("figures", "--home", home.toString(), "--month", "2025-01"))
        .isEqualTo(2);
    assertThat(session.err()).contains("2025-01 is not published").contains("2026-02, 2026-03");
    assertThat(session.run("figures", "--home", home.toString(), "--measure", "retent"))
        .isEqualTo(2);
    assertThat(session.err()).contains("no such measure").contains("census, completion");
    assertThat(session.run("figures", "--home", home.toString(), "--by", "age")).isEqualTo(2);
    assertThat(session.err()).contains("tier, family, site");
  }

  private void write(String month, String... lines) throws IOException {
    Path folder = Files.createDirectories(home.resolve("reports").resolve(month));
    Files.writeString(folder.resolve("figures.csv"), String.join("\n", lines) + "\n");
  }
}
