package org.throughline.report.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.throughline.figure.FileSummary;
import org.throughline.figure.Slice;

/** Head of the page: what it is about, how complete the data is, and the four headline figures. */
final class Front {

  private static final int NAMED_SITES = 6;

  private final Reading reading;

  Front(Reading reading) {
    this.reading = reading;
  }

  PageModel.Title title() {
    var report = reading.report();
    String cut = reading.day(report.cut());
    List<PageModel.Fact> facts = new ArrayList<>();
    facts.add(fact("Cut", cut + retentionCut()));
    facts.add(fact("Edition", Integer.toString(report.edition())));
    facts.add(
        fact(
            "Cohort",
            "admissions of " + reading.cohort() + ", " + reading.cohortMonths() + " months"));
    facts.add(fact("Sites", sites()));
    facts.add(fact("Clients", clients()));
    return new PageModel.Title(
        reading.monthName(),
        report.program(),
        facts,
        report.program() + " · " + reading.monthName() + " · cut " + cut,
        report.sites());
  }

  private String retentionCut() {
    return reading.silenceDays() == 0
        ? ""
        : "; retention read to " + reading.day(reading.report().retentionCut());
  }

  private String sites() {
    List<String> sites = reading.report().sites();
    return sites.size() > NAMED_SITES || sites.isEmpty()
        ? sites.size() + " sites"
        : String.join(", ", sites);
  }

  private String clients() {
    List<String> parts = new ArrayList<>();
    counted("admissions", "admitted in " + Dates.name(reading.report().month()))
        .ifPresent(parts::add);
    counted("exits", "exits became known").ifPresent(parts::add);
    counted("census", "in care at the cut").ifPresent(parts::add);
    return parts.isEmpty() ? "not counted for this month" : String.join("; ", parts);
  }

  private Optional<String> counted(String measure, String words) {
    Shown shown = reading.shown(measure, Slice.OVERALL);
    return shown.unknown() ? Optional.empty() : Optional.of(shown.value() + " " + words);
  }

  private static PageModel.Fact fact(String name, String text) {
    return new PageModel.Fact(name, new Prose(text));
  }

  /** One line for each feed: how much of what was read could be taken. */
  List<PageModel.Feed> feeds() {
    Map<String, List<FileSummary>> byFeed = new LinkedHashMap<>();
    FeedNames.ALL.forEach(feed -> byFeed.put(feed, new ArrayList<>()));
    for (FileSummary file : reading.report().files()) {
      byFeed.computeIfAbsent(file.feed(), feed -> new ArrayList<>()).add(file);
    }
    List<PageModel.Feed> lines = new ArrayList<>();
    byFeed.forEach((feed, files) -> lines.add(line(feed, files)));
    return lines;
  }

  private PageModel.Feed line(String feed, List<FileSummary> files) {
    if (files.isEmpty()) {
      return new PageModel.Feed(FeedNames.of(feed), "0", "–", new Prose("not received"));
    }
    long read = files.stream().mapToLong(FileSummary::read).sum();
    long accepted = files.stream().mapToLong(FileSummary::accepted).sum();
    long rejected = files.stream().mapToLong(FileSummary::rejected).sum();
    long held = files.stream().mapToLong(FileSummary::held).sum();
    List<String> remarks = new ArrayList<>(late(files));
    if (rejected > 0) {
      remarks.add(Numerals.count(rejected) + " rejected");
    }
    if (held > 0) {
      remarks.add(Numerals.count(held) + " held");
    }
    String remark = remarks.isEmpty() ? "complete" : String.join(", ", remarks);
    // Rounded down: a bar is full only where nothing is missing.
    long width = read == 0 ? 0 : accepted * 1000 / read;
    return new PageModel.Feed(
        FeedNames.of(feed),
        width / 10 + "." + width % 10,
        Numerals.count(accepted) + " of " + Numerals.count(read),
        new Prose(remark));
  }

  /** Sources whose newest file of a feed is older than the cut. */
  private List<String> late(List<FileSummary> files) {
    SortedMap<String, LocalDate> newest = new TreeMap<>();
    for (FileSummary file : files) {
      newest.merge(file.source(), file.asOf(), (a, b) -> a.isAfter(b) ? a : b);
    }
    List<String> late = new ArrayList<>();
    newest.forEach(
        (source, day) -> {
          if (day.isBefore(reading.report().cut())) {
            late.add(source + ": nothing later than " + reading.day(day));
          }
        });
    return late.size() > NAMED_SITES
        ? List.of("nothing up to the cut from " + late.size() + " of " + newest.size() + " sources")
        : late;
  }

  List<PageModel.Card> cards() {
    List<PageModel.Card> cards = new ArrayList<>();
    for (Headline headline : Headline.values()) {
      cards.add(card(headline));
    }
    return cards;
  }

  private PageModel.Card card(Headline headline) {
    Shown shown = reading.shown(headline.measure(), headline.at(), Slice.OVERALL);
    ControlSeries series = new ControlSeries(reading, headline);
    String detail =
        shown.present()
            ? "95\u00a0% interval " + shown.interval() + " · " + shown.n()
            : shown.unknown()
                ? Wording.capital(shown.reason()) + "."
                : "Not shown: " + shown.reason() + ".";
    String most =
        shown.upper().isEmpty()
            ? ""
            : " · at most " + shown.upper() + " if missing weeks were sober";
    Verdict verdict = Verdict.of(reading, headline);
    return new PageModel.Card(
        headline.title(),
        population(headline),
        shown,
        new Prose(detail + most),
        new PageModel.Chip(
            verdict.kind().style(), verdict.kind().chip(), new Prose(verdict.brief())),
        reading.keep(series.spark()),
        new Prose(series.caption()));
  }

  private String population(Headline headline) {
    return switch (headline) {
      case RETENTION -> "Admissions of " + reading.admitted();
      case COMPLETION -> "Of the exits that became known in " + reading.monthName();
      case ATTENDANCE -> "Sessions attended in " + reading.monthName() + ", of those offered";
      case CONTINUOUS ->
          "Admissions of the cohort with 12 weeks over, left or not; a missing week counts as use";
    };
  }
}
