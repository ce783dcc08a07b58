package org.throughline.measure;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.throughline.disclosure.Computed;
import org.throughline.disclosure.ControlCharts;
import org.throughline.disclosure.SmallCells;
import org.throughline.episode.Cut;
import org.throughline.episode.Tier;
import org.throughline.figure.CodebookEntry;
import org.throughline.figure.Curve;
import org.throughline.figure.Figure;
import org.throughline.figure.MonthReport;
import org.throughline.figure.Slice;
import org.throughline.figure.TierLabel;
import org.throughline.statistics.KaplanMeier;
import org.throughline.statistics.RiskTable;

/**
 * From exact counts to everything that is published for a month. Pure: the same counts, the same.
 */
public final class Estimates {
  private Estimates() {}

  /**
   * Reads all measures from the counts and hides small cells.
   *
   * @param sheet the counts of all partitions
   * @param plan what was measured
   * @param context what the publication says beside its figures
   * @throws IllegalStateException if the lake holds a tier that the settings do not name
   */
  public static MonthReport estimate(
      TallySheet sheet, MeasurePlan plan, PublicationContext context) {
    return estimate(sheet, plan, context, Codebook.entries());
  }

  /** The same with a codebook, which itself rests on figures. */
  static MonthReport estimate(
      TallySheet counted,
      MeasurePlan plan,
      PublicationContext context,
      List<CodebookEntry> codebook) {
    TallySheet sheet = Levels.pooled(counted, plan.groups());
    List<Cut> cuts = plan.cuts();
    Cut cut = cuts.get(cuts.size() - 1);
    Estimation estimation = new Estimation(plan, new Counts(sheet, cut, plan.days(cut)));
    for (Measure measure : Catalogue.measures()) {
      measure.estimate(estimation);
      for (Cut earlier : cuts.subList(0, cuts.size() - 1)) {
        measure.estimateEarlier(estimation, new Counts(sheet, earlier, plan.days(earlier)));
      }
    }
    SmallCells cells = new SmallCells(context.smallCell());
    List<Figure> figures = cells.figures(estimation.figures());
    return new MonthReport(
        context.program(),
        plan.month(),
        cut.date(),
        context.edition(),
        plan.month().minusMonths(plan.rules().cohortMonths() - 1L),
        cut.date().minusDays(plan.rules().silenceDays()),
        plan.rules().landmarkDay(),
        context.smallCell(),
        labels(estimation),
        estimation.sites(),
        Catalogue.definitions(),
        figures.stream().sorted(Figure.ORDER).toList(),
        cells.curves(estimation.curves(), figures).stream()
            .sorted(Comparator.comparing(Curve::measure).thenComparing(Curve::slice))
            .toList(),
        List.of(naive(estimation, Naive.NEVER), naive(estimation, Naive.EVER)).stream()
            .flatMap(Optional::stream)
            .map(c -> cells.curve(new Computed.OfCurve(c, c.entered())))
            .toList(),
        cells.figures(estimation.naive()),
        context.files(),
        context.findings(),
        context.settings(),
        context.dataIdentity(),
        new Fragilities(estimation, cells, figures).all(),
        codebook,
        ControlCharts.released(estimation.charts(), figures, context.smallCell()),
        List.of());
  }

  private static List<TierLabel> labels(Estimation estimation) {
    List<Tier> order = estimation.plan().tiers().inOrder();
    return estimation.tiers().stream()
        .flatMap(code -> estimation.plan().tiers().named(code).stream())
        .map(tier -> new TierLabel(tier.code(), tier.label(), order.indexOf(tier)))
        .toList();
  }

  private static Optional<Curve> naive(Estimation estimation, Slice slice) {
    RiskTable table = Naive.table(estimation.counts(), slice);
    if (table.entered() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Curve(
            InCareCurve.DEFINITION.id(),
            InCareCurve.DEFINITION.version(),
            slice,
            estimation.counts().cut().month(),
            estimation.counts().cut().date(),
            table.entered(),
            Estimation.points(KaplanMeier.estimate(table)),
            Optional.empty()));
  }
}
