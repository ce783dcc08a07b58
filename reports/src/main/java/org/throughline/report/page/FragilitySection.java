package org.throughline.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.throughline.figure.Figure;
import org.throughline.figure.Fragility;
import org.throughline.figure.Fragility.TierVerdict;
import org.throughline.figure.Result;
import org.throughline.figure.Slice;
import org.throughline.figure.TierLabel;

/** How the headline figures would read under rules that somebody else might have chosen. */
final class FragilitySection {
  private static final Map<String, String> NAMES =
      Map.of(
          "retention", "No unplanned exit by day 90",
          "completion", "Completed",
          "attendance", "Attendance",
          "continuous", "Sober first 12 weeks",
          "relapse", "Relapse recorded by day 90");

  private final Reading reading;

  /** A value and the words of the reading that gives it. */
  private record Extreme(double value, String words) {}

  private FragilitySection(Reading reading) {
    this.reading = reading;
  }

  /** Empty where nothing was read otherwise. */
  static Optional<PageModel.Section> of(Reading reading) {
    if (reading.report().fragilities().isEmpty()) {
      return Optional.empty();
    }
    FragilitySection section = new FragilitySection(reading);
    List<PageModel.Block> blocks = new ArrayList<>();
    blocks.add(section.ranges());
    for (Fragility fragility : reading.report().fragilities()) {
      blocks.add(section.all(fragility));
    }
    return Optional.of(
        new PageModel.Section(
            "fragility",
            "How fragile the headlines are",
            "Fragility",
            List.of(new Prose(section.finding())),
            Prose.paragraphs(
                "Each headline figure rests on choices: after how many days of silence care counts as"
                    + " over, how many months of admissions are taken together, what a missing week and"
                    + " a refused test say. Here the same data are read under each of the usual other"
                    + " choices, one at a time.",
                "A difference between two levels of care counts as one where the 95\u00a0% interval of"
                    + " the difference leaves out zero. It is judged anew under every reading.",
                "Whether the latest month is a signal is judged anew, too, in a series of months all of"
                    + " which are read under the other rule. The months of a cohort do not matter to"
                    + " it, since it looks at single months; what missing weeks and refused tests say"
                    + " matters to sobriety alone. Relapse has no signal."),
            List.of(),
            List.of(),
            blocks));
  }

  private String finding() {
    return tiersFinding() + " " + signalFinding();
  }

  private String signalFinding() {
    List<Fragility> judged =
        reading.report().fragilities().stream()
            .filter(fragility -> fragility.published().signal().isPresent())
            .toList();
    if (judged.isEmpty()) {
      return "No headline figure has enough months to tell a signal from usual variation.";
    }
    List<String> changed =
        judged.stream()
            .filter(fragility -> !fragility.otherSignals().isEmpty())
            .map(fragility -> "“" + name(fragility) + "”")
            .toList();
    return changed.isEmpty()
        ? "Whether the latest month is a signal depends on no choice."
        : "Whether the latest month is a signal depends on the rules for "
            + Spread.joined(changed)
            + ".";
  }

  private String tiersFinding() {
    List<String> changed = new ArrayList<>();
    for (Fragility fragility : reading.report().fragilities()) {
      if (!fragility.otherVerdicts().isEmpty()) {
        changed.add("“" + name(fragility) + "”");
      }
    }
    if (compared() == 0) {
      return "No two levels of care can be compared: too few of their figures can be shown.";
    }
    if (changed.isEmpty()) {
      return "No other choice of rules changes which levels of care differ in any headline figure.";
    }
    return "Which levels of care differ depends on the rules for "
        + Spread.joined(changed)
        + "; for the other headline figures it does not.";
  }

  private long compared() {
    return reading.report().fragilities().stream()
        .mapToLong(fragility -> fragility.published().verdicts().size())
        .sum();
  }

  private static String name(Fragility fragility) {
    return NAMES.getOrDefault(fragility.measure(), fragility.measure());
  }

  private PageModel.Grid ranges() {
    Table.Builder table =
        Table.titled("Headline figures of the whole program under other rules")
            .words("Figure")
            .numbers("Published")
            .words("Lowest", "Highest", "Levels of care judged otherwise", "Latest month");
    for (Fragility fragility : reading.report().fragilities()) {
      table.row(
          name(fragility),
          cell(fragility.published(), Slice.OVERALL),
          extreme(fragility, Comparator.comparingDouble(Extreme::value)),
          extreme(fragility, Comparator.comparingDouble(Extreme::value).reversed()),
          judged(fragility),
          signals(fragility));
    }
    return reading.grid("The range of each headline figure", table.stacking());
  }

  private String extreme(Fragility fragility, Comparator<Extreme> order) {
    return fragility.readings().stream()
        .flatMap(r -> r.value(Slice.OVERALL).map(v -> new Extreme(v, r.words())).stream())
        .min(order)
        .map(found -> Numerals.percent(found.value()) + ", " + found.words())
        .orElse("not available");
  }

  private String judged(Fragility fragility) {
    if (fragility.published().verdicts().isEmpty()) {
      return "none can be compared";
    }
    List<String> words =
        fragility.otherVerdicts().stream()
            .map(r -> r.words() + ": " + changes(fragility, r))
            .toList();
    return words.isEmpty() ? "none" : String.join("; ", words);
  }

  private static String signals(Fragility fragility) {
    Optional<Result.Signal> published = fragility.published().signal();
    if (published.isEmpty()) {
      return "not told";
    }
    List<String> words = new ArrayList<>();
    words.add(verdict(published.get()));
    fragility
        .otherSignals()
        .forEach(r -> r.signal().ifPresent(s -> words.add(r.words() + ": " + verdict(s))));
    return String.join("; ", words);
  }

  private static String verdict(Result.Signal signal) {
    return switch (signal.verdict()) {
      case BETTER -> "signal for the better";
      case WORSE -> "signal for the worse";
      case USUAL -> "usual variation";
    };
  }

  private String changes(Fragility fragility, Fragility.Reading other) {
    List<String> pairs = new ArrayList<>();
    for (TierVerdict verdict : other.verdicts()) {
      boolean changed =
          fragility.published().verdicts().stream()
              .anyMatch(
                  p ->
                      p.first().equals(verdict.first())
                          && p.second().equals(verdict.second())
                          && p.sign() != verdict.sign());
      if (changed) {
        pairs.add(
            tier(verdict.first()) + " " + sign(verdict.sign()) + " " + tier(verdict.second()));
      }
    }
    return String.join(", ", pairs);
  }

  private static String sign(int sign) {
    return switch (sign) {
      case 1 -> "above";
      case -1 -> "below";
      default -> "no longer apart from";
    };
  }

  private String tier(String code) {
    return reading.report().tiers().stream()
        .filter(tier -> tier.code().equals(code))
        .findFirst()
        .map(reading::name)
        .orElse(code);
  }

  private PageModel.Fold all(Fragility fragility) {
    Table.Builder table =
        Table.titled(name(fragility) + ", under each reading (95\u00a0% interval)")
            .words("Reading")
            .numbers("Whole program");
    List<TierLabel> tiers = reading.report().tiers();
    tiers.forEach(tier -> table.numbers(reading.name(tier)));
    for (Fragility.Reading each : fragility.readings()) {
      List<String> cells = new ArrayList<>();
      cells.add(each.words());
      cells.add(cell(each, Slice.OVERALL));
      tiers.forEach(tier -> cells.add(cell(each, Slice.ofTier(tier.code()))));
      table.row(cells);
    }
    return new PageModel.Fold(name(fragility) + ", every reading", table.scrolling());
  }

  private String cell(Fragility.Reading each, Slice slice) {
    Optional<Figure> figure =
        each.figures().stream().filter(f -> f.slice().equals(slice)).findFirst();
    return Shown.of(figure, reading.smallCell()).cell();
  }
}
