package org.throughline.measure;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.throughline.figure.Definition;
import org.throughline.figure.Direction;
import org.throughline.figure.Figure;
import org.throughline.figure.Population;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;
import org.throughline.figure.Unit;
import org.throughline.statistics.CoxModel;
import org.throughline.statistics.CoxOutcome;
import org.throughline.statistics.CoxRegression;
import org.throughline.statistics.ProportionalHazards;
import org.throughline.statistics.Ties;

/** How the hazard of unplanned exit of involved clients compares with that of those not yet. */
final class FamilyAssociation implements Measure {
  static final Definition DEFINITION =
      new Definition(
          "family_association",
          1,
          "Unplanned exit, involved against not yet involved",
          Population.FIRST_EPISODES,
          "hazard of unplanned exit of clients from the day after their first family contact on,"
              + " adjusted for tier, age group, sex, primary substance and prior care, unknown being"
              + " a value of its own; family_association_alone: not adjusted;"
              + " family_association_landmark: not adjusted, clients in care beyond the landmark with"
              + " a contact by then. The file's numerator is the number of unplanned exits",
          "hazard of clients not yet involved (landmark: without a contact by then), on the same day"
              + " of care; other exits are censored",
          Unit.HAZARD_RATIO,
          "95 %, Wald, Cox regression with Efron ties and time-dependent involvement;"
              + " family_association_zph: test of proportional hazards (Grambsch and Therneau), where"
              + " p is below 0.05 the difference between landmark groups leads",
          Direction.DOWN_IS_BETTER,
          "Whether involvement and staying go together among clients who are otherwise alike; an"
              + " association, which need not be an effect.",
          "Throughline measures 1.0; Cox (1972); Efron (1977); Grambsch and Therneau (1994)");

  /** Fewer events for each coefficient make it unreliable. */
  private static final int EVENTS_PER_COEFFICIENT = 10;

  private static final String EVENT = "unplanned_exit";
  private static final int UNPLANNED = 0;
  private static final int INVOLVED = 0;

  @Override
  public List<Definition> definitions() {
    return List.of(DEFINITION);
  }

  @Override
  public List<Counting> countings() {
    return List.of(AssociationTimes.INSTANCE);
  }

  @Override
  public void estimate(Estimation estimation) {
    List<AssociationTimes.Pattern> patterns = AssociationTimes.patterns(estimation.counts());
    publish(estimation, "", AssociationDesign.adjusted(patterns), cells(patterns));
    publish(estimation, "_alone", AssociationDesign.alone(patterns), cells(patterns));
    List<AssociationTimes.Pattern> naive = List.of(AssociationTimes.naive(estimation.counts()));
    estimation.naive(alone(estimation, "_naive", naive), cells(naive));
    List<AssociationTimes.Pattern> landmark =
        List.of(AssociationTimes.landmark(estimation.counts()));
    estimation.figure(alone(estimation, "_landmark", landmark), cells(landmark));
  }

  private static Figure alone(
      Estimation estimation, String suffix, List<AssociationTimes.Pattern> patterns) {
    AssociationDesign design = AssociationDesign.alone(patterns);
    return figure(estimation, suffix, Unit.HAZARD_RATIO, EVENT, ratio(fit(design), design));
  }

  /** Clients and events of either group. */
  private static Long[] cells(List<AssociationTimes.Pattern> patterns) {
    long notYet = 0;
    long involved = 0;
    long eventsNotYet = 0;
    long eventsInvolved = 0;
    for (AssociationTimes.Pattern pattern : patterns) {
      notYet += pattern.notYet().entered();
      involved += pattern.involved().entered();
      eventsNotYet += pattern.notYet().totalEvents();
      eventsInvolved += pattern.involved().totalEvents();
    }
    return new Long[] {notYet, involved, eventsNotYet, eventsInvolved};
  }

  private static CoxOutcome fit(AssociationDesign design) {
    return CoxRegression.fit(design.patterns(), UNPLANNED, Ties.EFRON);
  }

  private static void publish(
      Estimation estimation, String suffix, AssociationDesign design, Long[] cells) {
    CoxOutcome outcome = fit(design);
    Result ratio = ratio(outcome, design);
    estimation.figure(figure(estimation, suffix, Unit.HAZARD_RATIO, EVENT, ratio), cells);
    Optional<ProportionalHazards.Result> tests =
        ratio instanceof Result.Ratio && outcome instanceof CoxModel model
            ? Optional.of(
                ProportionalHazards.test(
                    model, ProportionalHazards.TimeScale.KAPLAN_MEIER, design.terms()))
            : Optional.empty();
    Optional<CoxModel.Test> own = tests.flatMap(t -> t.of(AssociationDesign.INVOLVEMENT));
    long events = outcome instanceof CoxModel model ? model.events() : 0;
    zph(estimation, suffix, AssociationDesign.INVOLVEMENT, own, events, design, cells);
    if (design.terms().size() > 1) {
      zph(
          estimation,
          suffix,
          "all_terms",
          tests.flatMap(ProportionalHazards.Result::global),
          events,
          design,
          cells);
    }
  }

  private static void zph(
      Estimation estimation,
      String suffix,
      String term,
      Optional<CoxModel.Test> test,
      long events,
      AssociationDesign design,
      Long[] cells) {
    Result result =
        test.<Result>map(
                t ->
                    new Result.Comparison(
                        t.chiSquare(), t.degreesOfFreedom(), t.p(), design.clients(), events))
            .orElseGet(
                () ->
                    new Result.Unavailable(
                        "There is no hazard ratio whose constancy could be tested."));
    estimation.figure(figure(estimation, suffix + "_zph", Unit.CHI_SQUARE, term, result), cells);
  }

  private static Figure figure(
      Estimation estimation, String suffix, Unit unit, String level, Result result) {
    return Estimation.of(
        DEFINITION,
        DEFINITION.id() + suffix,
        OptionalInt.empty(),
        Slice.OVERALL.withLevel(level),
        "",
        unit,
        estimation.counts().cut(),
        result);
  }

  private static Result ratio(CoxOutcome outcome, AssociationDesign design) {
    if (outcome instanceof CoxModel model) {
      int coefficients = model.coefficients().size();
      Optional<CoxModel.Coefficient> involved = model.coefficient(INVOLVED);
      if (involved.isEmpty()) {
        return new Result.Unavailable("No unplanned exit happened while both groups had clients.");
      }
      if (model.events() < (long) EVENTS_PER_COEFFICIENT * coefficients) {
        return new Result.Unavailable(
            "Fewer than %d unplanned exits for each of %d coefficients."
                .formatted(EVENTS_PER_COEFFICIENT, coefficients));
      }
      CoxModel.Coefficient own = involved.get();
      return new Result.Ratio(
          own.hazardRatio(), own.interval(), own.p(), model.events(), design.clients());
    }
    if (outcome instanceof CoxOutcome.Infinite) {
      return new Result.Unavailable(
          "All unplanned exits fell into one group of clients, so there is no finite ratio.");
    }
    return new Result.Unavailable(
        outcome instanceof CoxOutcome.Nothing
            ? "No unplanned exit happened while both groups had clients."
            : "The regression did not come to an estimate.");
  }
}
