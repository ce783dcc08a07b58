package org.throughline.report.page;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.throughline.figure.Curve;
import org.throughline.figure.Definition;
import org.throughline.figure.MonthReport;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;
import org.throughline.figure.TierLabel;
import org.throughline.report.chart.Drawing;
import org.throughline.report.chart.Tint;

/**
 * A month's report while a page is written from it: looks figures up, names groups, numbers the
 * charts in the order in which they are read, and keeps them for the files beside the page.
 */
final class Reading {

  private final MonthReport report;
  private final PageLocale locale;
  private final List<Drawing> drawings = new ArrayList<>();
  private final Set<String> used = new HashSet<>();
  private int lastNumber;

  Reading(MonthReport report) {
    this.report = report;
    this.locale = PageLocale.of(report.settings());
  }

  MonthReport report() {
    return report;
  }

  PageLocale locale() {
    return locale;
  }

  /** A day as a reader sees it. */
  String day(LocalDate date) {
    return locale.day(date);
  }

  int smallCell() {
    return report.smallCell();
  }

  /** The next chart's number, from 1. */
  int nextNumber() {
    lastNumber++;
    return lastNumber;
  }

  /** Keeps a chart for the folder {@code charts/}. */
  Drawing keep(Drawing drawing) {
    drawings.add(drawing);
    return drawing;
  }

  List<Drawing> drawings() {
    return List.copyOf(drawings);
  }

  /** An open table, with a note on hidden figures where it has any. */
  PageModel.Grid grid(String heading, Table table, Prose... notes) {
    List<Prose> all = new ArrayList<>(List.of(notes));
    String mark = Numerals.hidden(Result.Suppressed.Kind.PRIMARY, smallCell());
    if (table.rows().stream().flatMap(List::stream).anyMatch(c -> c.source().contains(mark))) {
      all.add(
          new Prose(
              mark
                  + " rests on 1 to "
                  + (smallCell() - 1)
                  + " clients, – would give such a figure away: neither is shown."));
    }
    return new PageModel.Grid(List.of(heading), table, all, "");
  }

  Shown shown(String measure, Slice slice) {
    return shown(measure, OptionalInt.empty(), slice);
  }

  Shown shown(String measure, int at, Slice slice) {
    return shown(measure, OptionalInt.of(at), slice);
  }

  Shown shown(String measure, OptionalInt at, Slice slice) {
    used.add(measure);
    return Shown.of(report.figure(measure, at, slice), smallCell());
  }

  /** A curve that can be drawn: present, not hidden, with points. */
  Optional<Curve> drawable(String measure, Slice slice) {
    used.add(measure);
    return report.curve(measure, slice).filter(c -> !c.points().isEmpty());
  }

  /** Why a curve cannot be drawn, for a chart's label. */
  String missing(String measure, Slice slice) {
    return report
        .curve(measure, slice)
        .flatMap(Curve::suppressed)
        .map(kind -> Numerals.hidden(kind, smallCell()) + ", not shown")
        .orElse("no data");
  }

  /** Months of admission behind retention: from the cohort's first to the retention cut. */
  String admitted() {
    return locale.period(report.cohortFrom(), report.retentionCut());
  }

  /** Months of admission of the whole cohort. */
  String cohort() {
    return locale.period(report.cohortFrom(), report.cut());
  }

  long cohortMonths() {
    return ChronoUnit.MONTHS.between(report.cohortFrom(), report.month()) + 1;
  }

  /** Days of silence after which a client counts as having left: what the two cuts differ by. */
  long silenceDays() {
    return ChronoUnit.DAYS.between(report.retentionCut(), report.cut());
  }

  String monthName() {
    return Dates.month(report.month());
  }

  YearMonth firstOfTrend() {
    return report.month().minusMonths(23);
  }

  /** "retention, version 1", for the line under a section's words. */
  String measureLine(String id) {
    used.add(id);
    return report
        .definition(id)
        .map(d -> "Measure `" + id + "`, version " + d.version() + ". Interval: " + d.interval())
        .map(text -> text.endsWith(".") ? text : text + ".")
        .orElse("");
  }

  /** Definitions of the measures that the page has told of so far, in the catalogue's order. */
  List<Definition> used() {
    return report.definitions().stream().filter(d -> used.contains(d.id())).toList();
  }

  /** What a director calls a measure, at its horizon. */
  String label(String id, int at, String otherwise) {
    return report.definition(id).map((Definition d) -> d.labelAt(at)).orElse(otherwise);
  }

  /**
   * A tier's name where there is little room: without what stands in brackets, and without
   * "outpatient" where another word is left and no two tiers become one.
   */
  String name(TierLabel tier) {
    Set<String> seen = new HashSet<>();
    boolean distinct = report.tiers().stream().map(Reading::brief).allMatch(seen::add);
    return distinct ? brief(tier) : tier.label();
  }

  private static String brief(TierLabel tier) {
    String label = tier.label().replaceAll("\\s*\\([^)]*\\)", "").strip();
    String shorter = label.replaceAll("(?i)\\s+outpatient$", "");
    return shorter.isEmpty() ? label : shorter;
  }

  Tint tint(TierLabel tier) {
    return Tint.tier(report.tiers().indexOf(tier) + 1);
  }
}
