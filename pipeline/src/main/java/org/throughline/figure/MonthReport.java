package org.throughline.figure;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Everything that is published for a month, after disclosure control: all that a renderer sees.
 *
 * @param program the program's name, from settings
 * @param month the reporting month
 * @param cut its last day
 * @param edition 1 for the first publication of the month
 * @param cohortFrom first month of admission in the cohort
 * @param retentionCut the last day for which it is certain who was in care
 * @param landmarkDay the landmark for family groups, in days
 * @param smallCell cells under this many clients are hidden
 * @param tiers the tiers in use, most intensive first
 * @param sites the sites in use, in order of name
 * @param definitions of every measure that has a figure here
 * @param figures the month's figures, and headline figures of the 24 months that end with it, in
 *     {@link Figure#ORDER}
 * @param curves of the reporting month
 * @param naive the biased curves that group by "ever involved" ({@code family} is {@code ever} or
 *     {@code never}), for the methods section only: never in a CSV file
 * @param naiveFigures the same comparison as hazard ratio; for the methods section only as well
 * @param files what was received, for the ingest summary
 * @param findings of the data checks, gravest first
 * @param settings that moved the figures, by name
 * @param dataIdentity SHA-256 over the deliveries that count, independent of order and names
 * @param fragilities of the headline figures: how they read under other rules
 * @param codebook what each measure means, with a worked example
 * @param controlCharts of the headline measures, month by month
 * @param restatements headline figures that read otherwise than when their month was first
 *     published
 */
public record MonthReport(
    String program,
    YearMonth month,
    LocalDate cut,
    int edition,
    YearMonth cohortFrom,
    LocalDate retentionCut,
    int landmarkDay,
    int smallCell,
    List<TierLabel> tiers,
    List<String> sites,
    List<Definition> definitions,
    List<Figure> figures,
    List<Curve> curves,
    List<Curve> naive,
    List<Figure> naiveFigures,
    List<FileSummary> files,
    List<Finding> findings,
    Map<String, String> settings,
    String dataIdentity,
    List<Fragility> fragilities,
    List<CodebookEntry> codebook,
    List<ControlChart> controlCharts,
    List<Restatement> restatements)
    implements Serializable {

  public MonthReport {
    codebook = List.copyOf(codebook);
    controlCharts = List.copyOf(controlCharts);
    restatements = List.copyOf(restatements);
    tiers = List.copyOf(tiers);
    sites = List.copyOf(sites);
    definitions = List.copyOf(definitions);
    figures = List.copyOf(figures);
    curves = List.copyOf(curves);
    naive = List.copyOf(naive);
    naiveFigures = List.copyOf(naiveFigures);
    files = List.copyOf(files);
    findings = List.copyOf(findings);
    fragilities = List.copyOf(fragilities);
  }

  /** A report without naive figures, other readings, a codebook and control charts. */
  public MonthReport(
      String program,
      YearMonth month,
      LocalDate cut,
      int edition,
      YearMonth cohortFrom,
      LocalDate retentionCut,
      int landmarkDay,
      int smallCell,
      List<TierLabel> tiers,
      List<String> sites,
      List<Definition> definitions,
      List<Figure> figures,
      List<Curve> curves,
      List<Curve> naive,
      List<FileSummary> files,
      List<Finding> findings,
      Map<String, String> settings,
      String dataIdentity) {
    this(
        program,
        month,
        cut,
        edition,
        cohortFrom,
        retentionCut,
        landmarkDay,
        smallCell,
        tiers,
        sites,
        definitions,
        figures,
        curves,
        naive,
        List.of(),
        files,
        findings,
        settings,
        dataIdentity,
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /** A figure of the reporting month. */
  public Optional<Figure> figure(String measure, OptionalInt at, Slice slice) {
    return figures.stream()
        .filter(f -> f.month().equals(month) && f.measure().equals(measure))
        .filter(f -> f.at().equals(at) && f.slice().equals(slice))
        .findFirst();
  }

  /** The overall figures of a measure over the months, oldest first. */
  public List<Figure> series(String measure, OptionalInt at) {
    return figures.stream()
        .filter(f -> f.measure().equals(measure) && f.at().equals(at) && f.slice().isOverall())
        .toList();
  }

  /** A curve of the reporting month. */
  public Optional<Curve> curve(String measure, Slice slice) {
    return curves.stream()
        .filter(c -> c.measure().equals(measure) && c.slice().equals(slice))
        .findFirst();
  }

  /** The control chart of a headline measure. */
  public Optional<ControlChart> controlChart(String measure) {
    return controlCharts.stream().filter(c -> c.measure().equals(measure)).findFirst();
  }

  /** A measure's definition. */
  public Optional<Definition> definition(String id) {
    return definitions.stream().filter(d -> d.id().equals(id)).findFirst();
  }

  /** The same with other figures. */
  public MonthReport withFigures(List<Figure> others) {
    return new MonthReport(
        program,
        month,
        cut,
        edition,
        cohortFrom,
        retentionCut,
        landmarkDay,
        smallCell,
        tiers,
        sites,
        definitions,
        others,
        curves,
        naive,
        naiveFigures,
        files,
        findings,
        settings,
        dataIdentity,
        fragilities,
        codebook,
        controlCharts,
        restatements);
  }

  /** The same with other control charts. */
  public MonthReport withControlCharts(List<ControlChart> others) {
    return new MonthReport(
        program,
        month,
        cut,
        edition,
        cohortFrom,
        retentionCut,
        landmarkDay,
        smallCell,
        tiers,
        sites,
        definitions,
        figures,
        curves,
        naive,
        naiveFigures,
        files,
        findings,
        settings,
        dataIdentity,
        fragilities,
        codebook,
        others,
        restatements);
  }

  /** The same with other restatements. */
  public MonthReport withRestatements(List<Restatement> others) {
    return new MonthReport(
        program,
        month,
        cut,
        edition,
        cohortFrom,
        retentionCut,
        landmarkDay,
        smallCell,
        tiers,
        sites,
        definitions,
        figures,
        curves,
        naive,
        naiveFigures,
        files,
        findings,
        settings,
        dataIdentity,
        fragilities,
        codebook,
        controlCharts,
        others);
  }
}
