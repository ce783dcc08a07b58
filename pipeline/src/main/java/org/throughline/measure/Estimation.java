package org.throughline.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.throughline.disclosure.Computed;
import org.throughline.episode.Cut;
import org.throughline.episode.EpisodeColumn;
import org.throughline.episode.FamilyGroup;
import org.throughline.episode.Tier;
import org.throughline.figure.Curve;
import org.throughline.figure.CurvePoint;
import org.throughline.figure.Definition;
import org.throughline.figure.Figure;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;
import org.throughline.figure.Unit;
import org.throughline.statistics.StepCurve;

/** The counts of a reporting month, the groups in use, and the place for what is read from them. */
final class Estimation {
  private final MeasurePlan plan;
  private final Counts counts;
  private final List<String> tiers;
  private final List<String> sites;
  private final List<Slice> levels;
  private final List<Computed.OfFigure> figures = new ArrayList<>();
  private final List<Computed.OfFigure> naive = new ArrayList<>();
  private final List<Computed.OfCurve> curves = new ArrayList<>();
  private final List<Computed.OfChart> charts = new ArrayList<>();

  Estimation(MeasurePlan plan, Counts counts) {
    this.plan = plan;
    this.counts = counts;
    TreeSet<String> tiersSeen = new TreeSet<>(Comparator.comparingInt(this::rank).reversed());
    TreeSet<String> sitesSeen = new TreeSet<>();
    TreeSet<Slice> levelsSeen = new TreeSet<>();
    Set<String> columns =
        plan.groups().stream().map(EpisodeColumn::code).collect(Collectors.toSet());
    for (TallySheet.Key key : counts.sheet().counts().keySet()) {
      if (key.slice().byTier()) {
        tiersSeen.add(key.slice().tier());
      }
      if (key.slice().bySite()) {
        sitesSeen.add(key.slice().site());
      }
      if (columns.contains(key.slice().group())) {
        levelsSeen.add(key.slice());
      }
    }
    this.tiers = List.copyOf(tiersSeen);
    this.sites = List.copyOf(sitesSeen);
    this.levels = List.copyOf(levelsSeen);
  }

  private int rank(String tier) {
    List<Tier> order = plan.tiers().inOrder();
    for (int i = 0; i < order.size(); i++) {
      if (order.get(i).code().equals(tier)) {
        return i;
      }
    }
    throw new IllegalStateException(
        "the lake holds episodes of tier %s, which throughline.tiers does not name (it names %s)"
            .formatted(tier, plan.tiers().spelledOut()));
  }

  MeasurePlan plan() {
    return plan;
  }

  /** Counts of the reporting month. */
  Counts counts() {
    return counts;
  }

  /** Codes of the tiers in use, most intensive first. */
  List<String> tiers() {
    return tiers;
  }

  List<String> sites() {
    return sites;
  }

  /** Overall, each tier, each site, each level of the columns that are grouped by. */
  List<Slice> plain() {
    List<Slice> slices = new ArrayList<>(overallAndTiers());
    sites.forEach(site -> slices.add(Slice.ofSite(site)));
    slices.addAll(levels);
    return slices;
  }

  /** Overall and each tier. */
  List<Slice> overallAndTiers() {
    List<Slice> slices = new ArrayList<>();
    slices.add(Slice.OVERALL);
    tiers.forEach(tier -> slices.add(Slice.ofTier(tier)));
    return slices;
  }

  /** Family groups overall and within each tier. */
  List<Slice> byFamily(FamilyGroup... groups) {
    List<Slice> slices = new ArrayList<>();
    for (Slice base : overallAndTiers()) {
      for (FamilyGroup group : groups) {
        slices.add(base.withFamily(group.code()));
      }
    }
    return slices;
  }

  /** The landmark groups overall and within each tier. */
  List<Slice> byLandmark() {
    return byFamily(FamilyGroup.NONE, FamilyGroup.SOME, FamilyGroup.REGULAR);
  }

  /** The time-dependent groups overall and within each tier. */
  List<Slice> byInvolvement() {
    return byFamily(FamilyGroup.NOT_YET, FamilyGroup.INVOLVED);
  }

  /** Takes a figure with its cells. */
  void figure(Computed.OfFigure figure) {
    figures.add(figure);
  }

  /** Takes a figure, with the cells that it would disclose. */
  void figure(Figure figure, Long... cells) {
    figures.add(new Computed.OfFigure(figure, List.of(cells)));
  }

  /** Takes a figure of the reporting month under its definition's id and unit. */
  void figure(
      Definition definition,
      OptionalInt at,
      Slice slice,
      String rule,
      Result result,
      Long... cells) {
    figure(
        of(definition, definition.id(), at, slice, rule, definition.unit(), counts.cut(), result),
        cells);
  }

  /** Takes a figure of the comparison that is wrong: for the methods section only. */
  void naive(Figure figure, Long... cells) {
    naive.add(new Computed.OfFigure(figure, List.of(cells)));
  }

  List<Computed.OfFigure> naive() {
    return naive;
  }

  static Figure of(
      Definition definition,
      String id,
      OptionalInt at,
      Slice slice,
      String rule,
      Unit unit,
      Cut cut,
      Result result) {
    return new Figure(
        id, definition.version(), at, slice, rule, unit, cut.month(), cut.date(), result);
  }

  /**
   * Takes a curve of the reporting month; those of levels of a column have fixed days only, since
   * {@code curves.csv} has no place for them.
   *
   * @param entered episodes that the curve is about
   * @param clients distinct clients among them
   */
  void curve(Definition definition, Slice slice, StepCurve curve, long entered, long clients) {
    if (!slice.group().isEmpty()) {
      return;
    }
    curves.add(
        new Computed.OfCurve(
            new Curve(
                definition.id(),
                definition.version(),
                slice,
                counts.cut().month(),
                counts.cut().date(),
                entered,
                points(curve),
                Optional.empty()),
            clients));
  }

  static List<CurvePoint> points(StepCurve curve) {
    return curve.points().stream()
        .map(
            p ->
                new CurvePoint(
                    p.index(),
                    p.atRisk(),
                    p.events(),
                    p.censored(),
                    p.estimate(),
                    p.low(),
                    p.high()))
        .toList();
  }

  List<Computed.OfFigure> figures() {
    return figures;
  }

  /** Takes a control chart of a headline measure. */
  void chart(Computed.OfChart chart) {
    charts.add(chart);
  }

  List<Computed.OfChart> charts() {
    return charts;
  }

  List<Computed.OfCurve> curves() {
    return curves;
  }
}
