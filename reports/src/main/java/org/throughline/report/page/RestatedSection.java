package org.throughline.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.throughline.figure.Restatement;

/** Months that read otherwise today than when they were first published. */
final class RestatedSection {

  private final Reading reading;

  private RestatedSection(Reading reading) {
    this.reading = reading;
  }

  static PageModel.Section of(Reading reading) {
    RestatedSection section = new RestatedSection(reading);
    return new PageModel.Section(
        "restated",
        "Restated",
        "Restated",
        List.of(new Prose(section.finding())),
        Prose.paragraphs(
            "A published month is never altered in silence. What is known of it now is computed anew"
                + " each month, from data that came late, was corrected, or from clients who came"
                + " back; here it stands beside what was first published. Earlier editions are kept."),
        List.of(),
        List.of(),
        section.table().stream().toList());
  }

  /** Those whose difference a reader can see. */
  private List<Restatement> visible() {
    return reading.report().restatements().stream()
        .filter(r -> !then(r).equals(now(r)) || r.firstOf() != r.nowOf())
        .sorted(
            Comparator.comparing(Restatement::month).reversed().thenComparing(Restatement::measure))
        .toList();
  }

  private String finding() {
    List<Restatement> visible = visible();
    Optional<Restatement> largest =
        visible.stream()
            .filter(r -> !then(r).equals(now(r)))
            .max(Comparator.comparingDouble(r -> Math.abs(r.now() - r.first())));
    if (visible.isEmpty()) {
      return "No headline figure of an earlier month reads otherwise than when it was first"
          + " published.";
    }
    if (largest.isEmpty()) {
      return "No headline figure of an earlier month has changed by a whole percent since it was"
          + " first published; some rest on other numbers of clients.";
    }
    return sentence(largest.get())
        + (visible.size() == 1
            ? ""
            : " It is the largest of "
                + Wording.number(visible.size())
                + " differences to what was first published.");
  }

  /** "The April 2025 figure of attendance reads 71 % today; it was first published as 70 %." */
  static String sentence(Restatement restatement) {
    return "The "
        + Dates.month(restatement.month())
        + " figure of "
        + headline(restatement).noun()
        + " reads "
        + now(restatement)
        + " today; it was first published as "
        + then(restatement)
        + ".";
  }

  private Optional<PageModel.Block> table() {
    List<Restatement> visible = visible();
    if (visible.isEmpty()) {
      return Optional.empty();
    }
    Table.Builder table =
        Table.titled("Headline figures, whole program, as first published and today")
            .words("Month and figure")
            .numbers("First published", "Of", "Today", "Of ");
    for (Restatement r : visible) {
      List<String> cells = new ArrayList<>();
      cells.add(Dates.brief(r.month()) + ", " + headline(r).title());
      cells.add(then(r));
      cells.add(Numerals.count(r.firstOf()));
      cells.add(now(r));
      cells.add(Numerals.count(r.nowOf()));
      table.row(cells);
    }
    return Optional.of(reading.grid("What has changed since", table.stacking()));
  }

  private static String then(Restatement restatement) {
    return Numerals.percent(restatement.first());
  }

  private static String now(Restatement restatement) {
    return Numerals.percent(restatement.now());
  }

  private static Headline headline(Restatement restatement) {
    for (Headline headline : Headline.values()) {
      if (headline.measure().equals(restatement.measure())) {
        return headline;
      }
    }
    throw new IllegalArgumentException(restatement.measure() + " is no headline figure");
  }
}
