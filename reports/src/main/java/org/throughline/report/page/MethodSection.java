package org.throughline.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.throughline.figure.Definition;
import org.throughline.figure.MonthReport;
import org.throughline.figure.Population;

/** How the figures are defined, and what they cannot say. */
final class MethodSection {

  private final Reading reading;
  private final MonthReport report;

  private MethodSection(Reading reading) {
    this.reading = reading;
    report = reading.report();
  }

  static PageModel.Section of(Reading reading) {
    MethodSection section = new MethodSection(reading);
    List<PageModel.Block> blocks = new ArrayList<>();
    blocks.add(new PageModel.Glossary("Terms", section.terms()));
    blocks.add(new PageModel.Glossary("Measures on this page", section.measures()));
    blocks.addAll(ImmortalTime.of(reading));
    blocks.add(section.settings());
    return new PageModel.Section(
        "methods",
        "Methods and definitions",
        "Methods",
        List.of(),
        Prose.paragraphs(
            "Every figure carries the version of its definition. All of them, with numerators and"
                + " denominators, are in `figures.csv` and `curves.csv` beside this page; each chart is in"
                + " `charts/`. The measures that this page tells of are defined here; `codebook.html`"
                + " beside it defines all "
                + reading.report().definitions().size()
                + ", each with a worked example.",
            "All intervals are 95\u00a0% confidence intervals."),
        List.of(),
        List.of(),
        blocks);
  }

  private List<PageModel.Fact> terms() {
    List<PageModel.Fact> terms = new ArrayList<>();
    terms.add(
        fact(
            "Month and cut",
            reading.monthName()
                + "; nothing dated after "
                + reading.day(report.cut())
                + " is known. Retention is read to "
                + reading.day(report.retentionCut())
                + ", since only until then is it certain who was still in care."));
    terms.add(
        fact(
            "Cohort",
            "Episodes admitted in the "
                + reading.cohortMonths()
                + " months that end at the cut: "
                + reading.cohort()
                + ". A client admitted twice is two admissions, and counts as two clients in what"
                + " follows each admission."));
    terms.add(
        fact(
            "Unplanned exit",
            reading.silenceDays() == 0
                ? "Left, or administrative discharge, as recorded."
                : "Left, administrative discharge, or "
                    + reading.silenceDays()
                    + " days without an attended session; dated to the last one."));
    terms.add(
        fact(
            "Family involvement",
            "From the day after the first contact on; for figures at fixed days, days with a contact"
                + " in the first "
                + report.landmarkDay()
                + " days, among clients still in care then."));
    terms.add(
        fact(
            "Sober week",
            "A sign of sobriety and none of use. Missing weeks are read in three ways; where it"
                + " matters, all three are published."));
    terms.add(
        fact(
            "Small counts",
            "Counts from 1 to "
                + (report.smallCell() - 1)
                + " are not shown (\u2039"
                + report.smallCell()
                + "), nor is any count (–) from which one could be worked out."));
    terms.add(
        fact(
            "What this page cannot say",
            "Whether the program causes what it shows. It has no comparison group, and sees only what"
                + " was recorded."));
    return terms;
  }

  private List<PageModel.Fact> measures() {
    return reading.used().stream().map(d -> fact(name(d), definition(d))).toList();
  }

  static String name(Definition definition) {
    return definition.label().replace("{at}", "…");
  }

  static String definition(Definition definition) {
    return "`"
        + definition.id()
        + "`, version "
        + definition.version()
        + ", "
        + population(definition.population())
        + ". **Counted:** "
        + stopped(definition.numerator())
        + of(definition.denominator())
        + " **Interval:** "
        + stopped(definition.interval())
        + " "
        + stopped(definition.why())
        + " **Source:** "
        + stopped(definition.source());
  }

  /** A count is of nothing. */
  private static String of(String denominator) {
    String text = stopped(denominator);
    return text.equals("none.") ? "" : " **Of:** " + text;
  }

  private static String population(Population population) {
    return switch (population) {
      case MONTH -> "of the month";
      case COHORT -> "of the cohort";
      case EXITS -> "of exits that became known in the months of the cohort";
      case LATEST_COMPLETE_MONTH -> "of the latest complete month";
      case FIRST_EPISODES -> "of each client’s first episode in the cohort";
    };
  }

  private static String stopped(String text) {
    String trimmed = text.strip();
    return trimmed.isEmpty() ? "none." : trimmed.endsWith(".") ? trimmed : trimmed + ".";
  }

  private PageModel.Grid settings() {
    Table.Builder table = Table.titled("Settings that moved the figures").words("Setting", "Value");
    new TreeMap<>(report.settings()).forEach((name, value) -> table.row(name, value));
    if (report.settings().isEmpty()) {
      table.row("none named", "–");
    }
    return new PageModel.Grid(List.of("Settings"), table.stacking(), List.of(), "");
  }

  /** What proves which data and which definitions stand behind the page. */
  static List<PageModel.Fact> identity(MonthReport report) {
    String measures =
        String.join(
            " · ",
            report.definitions().stream().map(d -> d.id() + " " + d.version()).sorted().toList());
    List<String> settings = new ArrayList<>();
    new TreeMap<>(report.settings()).forEach((name, value) -> settings.add(name + " " + value));
    return List.of(
        fact("Publication", report.month() + ", edition " + report.edition()),
        fact("Data", "sha256 `" + report.dataIdentity() + "`"),
        fact("Measures", measures.isEmpty() ? "none" : measures),
        fact("Settings", settings.isEmpty() ? "none named" : String.join(" · ", settings)),
        fact(
            "Files",
            "`publication.json` beside this page holds the SHA-256 of every file of this edition."));
  }

  private static PageModel.Fact fact(String name, String text) {
    return new PageModel.Fact(name, new Prose(text));
  }
}
