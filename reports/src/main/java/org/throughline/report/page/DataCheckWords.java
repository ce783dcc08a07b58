package org.throughline.report.page;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.throughline.figure.Acceptance;
import org.throughline.figure.Finding;
import org.throughline.figure.FindingLevel;
import org.throughline.figure.Place;

/** What the data checks found, in words. */
final class DataCheckWords {
  private final List<Finding> findings;
  private final PageLocale locale;

  DataCheckWords(List<Finding> findings, PageLocale locale) {
    this.locale = locale;
    this.findings = findings;
  }

  /** One sentence. */
  String finding() {
    if (findings.isEmpty()) {
      return "The data checks found nothing.";
    }
    long accepted = findings.stream().filter(f -> f.level() == FindingLevel.STOP).count();
    String told =
        findings.size() == 1
            ? "The data checks have one finding"
            : "The data checks have " + Numerals.count(findings.size()) + " findings";
    return told
        + (accepted == 0
            ? "."
            : accepted == 1
                ? ", one of them accepted by name."
                : ", " + Numerals.count(accepted) + " of them accepted by name.");
  }

  /** How a reader is to take the table; empty where there is none. */
  String words() {
    return findings.isEmpty()
        ? ""
        : "A finding at level stop is published only if somebody accepts it and says why; a warning"
            + " asks somebody to look; a note only tells.";
  }

  /** The findings, gravest first. */
  Optional<PageModel.Block> table() {
    if (findings.isEmpty()) {
      return Optional.empty();
    }
    Table.Builder table =
        Table.titled("Findings of the data checks, gravest first")
            .words("Check", "Where", "What was found", "What follows");
    for (Finding finding : findings) {
      table.row(
          name(finding.check()), where(finding.place()), finding.sentence(), follows(finding));
    }
    return Optional.of(
        new PageModel.Grid(List.of("What the data checks found"), table.stacking(), List.of(), ""));
  }

  /** "missing feed (Check-ins, north)". */
  static String brief(String check, Place place) {
    return check.replace('-', ' ') + " (" + where(place).replace("`", "") + ")";
  }

  private static String name(String check) {
    String words = check.replace('-', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private static String where(Place place) {
    String feed = place.feed().isEmpty() ? "" : FeedNames.of(place.feed());
    String column = place.column().isEmpty() ? "" : "`" + place.column() + "`";
    String site = place.site().isEmpty() && place.file().isEmpty() ? "all sites" : place.site();
    return Stream.of(feed, column, site)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private String follows(Finding finding) {
    String level =
        switch (finding.level()) {
          case NOTE -> "Note";
          case WARN -> "Warning";
          case STOP -> "Stop";
        };
    return finding.acceptance().map(a -> level + ", " + accepted(a)).orElse(level);
  }

  private String accepted(Acceptance acceptance) {
    return "accepted by "
        + acceptance.by()
        + " on "
        + locale.day(acceptance.at().atZone(ZoneOffset.UTC).toLocalDate())
        + ": “"
        + acceptance.reason()
        + "”";
  }
}
