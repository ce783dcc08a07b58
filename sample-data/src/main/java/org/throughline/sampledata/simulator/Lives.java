package org.throughline.sampledata.simulator;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.throughline.sampledata.simulator.Draw.Purpose;
import org.throughline.sampledata.simulator.EpisodeLife.Pause;
import org.throughline.sampledata.simulator.EpisodeLife.Spell;
import org.throughline.sampledata.simulator.ExitRisk.Involvement;

/** Draws how clients truly fare, before anybody writes anything down. */
final class Lives {

  /** Nobody stays longer: on this day whoever is still in care is transferred. */
  static final int LONGEST_STAY = 1200;

  private static final int MOST_EPISODES = 3;
  private static final List<String> PRIOR_CARE =
      List.of("residential", "hospital", "intensive_outpatient", "detox", "none", "");

  private final SimulationSettings settings;
  private final double[] admissionWeights;
  private final double[] siteWeights;

  Lives(SimulationSettings settings) {
    this.settings = settings;
    this.admissionWeights = new double[settings.months()];
    for (int month = 0; month < admissionWeights.length; month++) {
      admissionWeights[month] =
          ProgramCalendar.admissionWeight(settings.firstMonth().plusMonths(month));
    }
    this.siteWeights = new double[settings.sites()];
    for (int site = 0; site < siteWeights.length; site++) {
      siteWeights[site] = site == 0 ? 1.2 : site == 2 ? 0.85 : 1.0;
    }
  }

  ClientLife of(int number) {
    Person person = Person.drawn(settings, number);
    Draw draw = Draw.stream(settings.seed(), number, 0, Purpose.ADMISSION);
    Site site = Site.of(draw.weighted(siteWeights));
    YearMonth month = settings.firstMonth().plusMonths(draw.weighted(admissionWeights));
    LocalDate drawn = month.atDay(draw.between(1, month.lengthOfMonth()));
    LocalDate admittedOn = ProgramCalendar.openDayNear(drawn);
    List<EpisodeLife> episodes = new ArrayList<>();
    while (true) {
      EpisodeLife episode = episode(person, site, admittedOn, episodes.size() + 1);
      boolean returns =
          draw.happens(episode.reason().unplanned() ? 0.16 : 0.04)
              && episode.reason() != ExitReason.DECEASED;
      LocalDate again =
          ProgramCalendar.openDayNear(episode.date(episode.exitDay() + draw.between(35, 200)));
      if (!returns || again.isAfter(settings.lastDay()) || episodes.size() + 1 == MOST_EPISODES) {
        episodes.add(episode);
        return new ClientLife(person, List.copyOf(episodes));
      }
      episodes.add(closedBefore(again, episode, draw));
      admittedOn = again;
    }
  }

  /** Who comes back is discharged from the earlier episode at the latest then, mostly. */
  private static EpisodeLife closedBefore(LocalDate again, EpisodeLife episode, Draw draw) {
    boolean closed =
        episode.dischargedOn().isPresent() && episode.dischargedOn().get().isBefore(again);
    if (closed || draw.happens(0.1)) {
      return episode;
    }
    return new EpisodeLife(
        episode.episodeId(),
        episode.ordinal(),
        episode.site(),
        episode.tier(),
        episode.admittedOn(),
        episode.priorCare(),
        episode.exitDay(),
        episode.reason(),
        Optional.of(again.minusDays(1)),
        episode.firstFamilyContact(),
        episode.pause(),
        episode.spells(),
        episode.use());
  }

  private Draw stream(Person person, int ordinal, Purpose purpose) {
    return Draw.stream(settings.seed(), person.number(), ordinal, purpose);
  }

  private EpisodeLife episode(Person person, Site site, LocalDate admittedOn, int ordinal) {
    Draw placement = stream(person, ordinal, Purpose.PLACEMENT);
    Tier tier = Tier.drawn(placement);
    String priorCare = PRIOR_CARE.get(placement.weighted(22, 9, 8, 21, 36, 4));
    Optional<Pause> pause = pause(stream(person, ordinal, Purpose.PAUSE));
    int family =
        FamilyCourse.firstContact(stream(person, ordinal, Purpose.FAMILY), admittedOn, pause);
    ExitRisk risk = ExitRisk.of(settings, person, site, tier);
    Draw exitDraw = stream(person, ordinal, Purpose.EXIT);
    int exitDay = exitDraw.happens(Hazards.LEFT_ON_DAY_ZERO) ? 0 : -1;
    ExitReason reason = ExitReason.LEFT;
    for (int day = 1; exitDay < 0; day++) {
      if (pause.isPresent() && pause.get().covers(day)) {
        continue;
      }
      Involvement involvement = family < day ? Involvement.INVOLVED : Involvement.NOT_YET;
      Optional<ExitReason> exit = exitOn(exitDraw, risk, day, involvement);
      if (exit.isPresent() || day == LONGEST_STAY) {
        exitDay = day;
        reason = exit.orElse(ExitReason.TRANSFERRED);
      }
    }
    int last = exitDay;
    UseHistory use =
        UseHistory.drawn(
            stream(person, ordinal, Purpose.USE), person.frailty(), last, reason.unplanned());
    return new EpisodeLife(
        episodeId(person, site, ordinal),
        ordinal,
        site,
        tier,
        admittedOn,
        priorCare,
        last,
        reason,
        recorded(stream(person, ordinal, Purpose.RECORDING), admittedOn.plusDays(last), reason),
        family <= last ? OptionalInt.of(family) : OptionalInt.empty(),
        pause.filter(absence -> absence.lastDay() < last),
        spells(placement, tier, last),
        use);
  }

  private static String episodeId(Person person, Site site, int ordinal) {
    return (person.canary() ? Person.CANARY : site.prefix())
        + String.format(Locale.ROOT, "%06d-%d", person.number(), ordinal);
  }

  private static Optional<Pause> pause(Draw draw) {
    int first = draw.between(20, 80);
    int last = first + draw.between(33, 70);
    return draw.happens(0.06) ? Optional.of(new Pause(first, last)) : Optional.empty();
  }

  private static Optional<ExitReason> exitOn(
      Draw draw, ExitRisk risk, int day, Involvement involvement) {
    ExitReason[] reasons = ExitReason.values();
    double[] hazards = new double[reasons.length];
    double total = 0;
    for (int index = 0; index < reasons.length; index++) {
      hazards[index] = risk.onDay(reasons[index], day, involvement);
      total += hazards[index];
    }
    if (!draw.happens(-StrictMath.expm1(-total))) {
      return Optional.empty();
    }
    return Optional.of(reasons[draw.weighted(hazards)]);
  }

  /** Programs rarely write down a discharge on the day on which somebody stops coming. */
  private static Optional<LocalDate> recorded(Draw draw, LocalDate exitOn, ExitReason reason) {
    if (reason == ExitReason.ADMINISTRATIVE) {
      return Optional.of(exitOn.plusDays(draw.between(0, 2)));
    }
    if (reason != ExitReason.LEFT) {
      return Optional.of(exitOn);
    }
    return switch (draw.weighted(0.42, 0.33, 0.25)) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(exitOn.plusDays(draw.between(12, 60)));
      default -> Optional.of(exitOn.plusDays(draw.between(0, 6)));
    };
  }

  /** High intensity steps down to intensive, that to standard; a few standard clients step up. */
  private static List<Spell> spells(Draw draw, Tier admitted, int exitDay) {
    List<Spell> spells = new ArrayList<>();
    Tier tier = admitted;
    int from = 0;
    while (true) {
      int length =
          switch (tier) {
            case HIOP -> draw.between(21, 42);
            case IOP -> draw.between(49, 84);
            case OP -> from == 0 && draw.happens(0.06) ? draw.between(14, 60) : LONGEST_STAY + 1;
            case OTP -> LONGEST_STAY + 1;
          };
      int to = Math.min(exitDay, from + length - 1);
      spells.add(new Spell(tier, from, to));
      if (to == exitDay) {
        return List.copyOf(spells);
      }
      from = to + 1;
      tier = tier == Tier.HIOP || tier == Tier.OP ? Tier.IOP : Tier.OP;
    }
  }
}
