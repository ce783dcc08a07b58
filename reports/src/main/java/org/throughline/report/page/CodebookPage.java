package org.throughline.report.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.throughline.figure.CodebookEntry;
import org.throughline.figure.Definition;
import org.throughline.figure.MeasureGroup;
import org.throughline.figure.MonthReport;

/** The codebook of a month as a page: what each measure means, with its worked example. */
public final class CodebookPage {

  /** Measures of one kind. */
  public record Kind(String heading, List<PageModel.Fact> entries) {}

  /** Day on which the people of the worked example were admitted. */
  private static final LocalDate EXAMPLE = LocalDate.of(2025, 1, 1);

  private CodebookPage() {}

  /** The page as HTML: the same report gives the same text. */
  public static String render(MonthReport report) {
    PageLocale locale = PageLocale.of(report.settings());
    Sheet sheet = Sheet.of(report.program() + " · codebook", "");
    List<Kind> kinds = new ArrayList<>();
    for (MeasureGroup group : MeasureGroup.values()) {
      List<PageModel.Fact> entries =
          report.codebook().stream()
              .filter(entry -> entry.definition().group() == group)
              .map(CodebookPage::entry)
              .toList();
      if (!entries.isEmpty()) {
        kinds.add(new Kind(heading(group), entries));
      }
    }
    return Templates.render(
        "codebook",
        Map.of(
            "program", report.program(),
            "lang", locale.tag(),
            "admitted", locale.day(EXAMPLE),
            "month", Dates.month(report.month()),
            "kinds", kinds,
            "policy", sheet.policy(),
            "style", sheet.style()));
  }

  private static String heading(MeasureGroup group) {
    return switch (group) {
      case CORE -> "The program’s measures";
      case TRIAL -> "Endpoints of clinical trials";
      case REPORTING -> "Public reporting in the United States";
    };
  }

  private static PageModel.Fact entry(CodebookEntry entry) {
    Definition definition = entry.definition();
    return new PageModel.Fact(
        MethodSection.name(definition),
        new Prose(
            MethodSection.definition(definition)
                + " **Better:** "
                + better(definition)
                + " **Groups:** "
                + entry.groups()
                + ". **Example:** "
                + WorkedFigures.of(entry)));
  }

  private static String better(Definition definition) {
    return switch (definition.direction()) {
      case UP_IS_BETTER -> "up.";
      case DOWN_IS_BETTER -> "down.";
      case NEITHER -> "neither way.";
    };
  }
}
