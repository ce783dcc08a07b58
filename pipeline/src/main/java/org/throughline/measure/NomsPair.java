package org.throughline.measure;

import java.util.List;
import java.util.OptionalInt;
import org.throughline.episode.Checkins;
import org.throughline.episode.EpisodeOutcome;
import org.throughline.episode.Timeline;
import org.throughline.figure.Definition;
import org.throughline.figure.Direction;
import org.throughline.figure.MeasureGroup;
import org.throughline.figure.Population;
import org.throughline.figure.Slice;
import org.throughline.figure.Unit;

/**
 * A state at admission beside that at discharge, among exits that have both, in the form of the
 * National Outcome Measures: two shares over one denominator.
 */
abstract class NomsPair implements Measure {
  private static final int AT_ADMISSION = 7;
  private static final int BEFORE_EXIT = 30;

  /** What an answer says of the state. */
  enum Says {
    /** It holds. */
    YES,
    /** It does not; wins over yes on one day. */
    NO,
    /** Nothing. */
    NOTHING
  }

  private final Definition admission;
  private final Definition discharge;
  private final String nobody;
  private final Pairs pairs;

  /**
   * @param id of the pair; {@code _admission} and {@code _discharge} are added to it
   * @param label of the state
   * @param state the state in words
   * @param answer what counts as an answer, in words
   * @param why it matters
   */
  NomsPair(String id, String label, String state, String answer, String why) {
    String asked =
        "episodes with "
            + answer
            + " both on one of days 0 to 7 (the first such day counts) and on a later day of the 30"
            + " up to the exit (the last counts)";
    admission =
        definition(id + "_admission", label + " at admission", state, asked, "admission", why);
    discharge =
        definition(id + "_discharge", label + " at discharge", state, asked, "discharge", why);
    nobody = "No exit of the period has " + answer + " both at admission and before the exit.";
    pairs = new Pairs(this, id + "_admission", id + "_discharge");
  }

  private static Definition definition(
      String id, String label, String state, String asked, String when, String why) {
    return new Definition(
        id,
        1,
        label,
        Population.EXITS,
        "such episodes " + state + " at " + when,
        asked,
        Unit.SHARE,
        "95 %, Wilson",
        Direction.UP_IS_BETTER,
        why,
        "Throughline measures 1.0, in the form of the National Outcome Measures of SAMHSA, which"
            + " compare admission and discharge; Wilson (1927)",
        MeasureGroup.REPORTING);
  }

  /** What a check-in says of the state. */
  abstract Says says(int checkin);

  @Override
  public final List<Definition> definitions() {
    return List.of(admission, discharge);
  }

  @Override
  public final List<Counting> countings() {
    return List.of(pairs);
  }

  @Override
  public final void estimate(Estimation estimation) {
    for (Slice slice : estimation.plain()) {
      for (Definition definition : definitions()) {
        long[] counts = estimation.counts().at(definition.id(), slice, ShareCounter.LENGTH);
        estimation.figure(
            definition,
            OptionalInt.empty(),
            slice,
            "",
            Shares.ofEpisodes(counts, nobody),
            Shares.cells(counts));
      }
    }
  }

  /** What the check-ins of a day say, given the first of them. */
  private Says onDay(int[] checkins, int first) {
    Says found = Says.NOTHING;
    int day = Checkins.day(checkins[first]);
    for (int i = first; i < checkins.length && Checkins.day(checkins[i]) == day; i++) {
      Says says = says(checkins[i]);
      if (says != Says.NOTHING && found != Says.NO) {
        found = says;
      }
    }
    return found;
  }

  private record Pairs(NomsPair pair, String admission, String discharge) implements Counting {
    @Override
    public boolean inSeries() {
      return false;
    }

    @Override
    public void add(ClientAtCut client, Tally tally) {
      ShareCounter first = tally.share(admission);
      ShareCounter last = tally.share(discharge);
      for (EpisodeOutcome episode : client.episodes()) {
        if (episode.exitKnownInCohortMonths()) {
          count(episode, first, last, tally.groups().plain(client, episode));
        }
      }
      first.flush();
      last.flush();
    }

    private void count(
        EpisodeOutcome episode, ShareCounter first, ShareCounter last, List<Slice> slices) {
      int[] checkins = episode.timeline().checkins();
      int exit = episode.exit().day();
      int day = Timeline.OPEN;
      Says atAdmission = Says.NOTHING;
      for (int i = Checkins.firstFrom(checkins, 0);
          i < checkins.length && Checkins.day(checkins[i]) <= Math.min(AT_ADMISSION, exit);
          i++) {
        if (atAdmission == Says.NOTHING) {
          day = Checkins.day(checkins[i]);
          atAdmission = pair.onDay(checkins, Checkins.firstFrom(checkins, day));
        }
      }
      if (atAdmission == Says.NOTHING) {
        return;
      }
      Says atDischarge = Says.NOTHING;
      int from = Math.max(day + 1, exit - BEFORE_EXIT);
      for (int i = Checkins.firstFrom(checkins, from);
          i < checkins.length && Checkins.day(checkins[i]) <= exit;
          i++) {
        int start = Checkins.firstFrom(checkins, Checkins.day(checkins[i]));
        Says says = i == start ? pair.onDay(checkins, start) : Says.NOTHING;
        atDischarge = says == Says.NOTHING ? atDischarge : says;
      }
      if (atDischarge != Says.NOTHING) {
        first.add(slices, atAdmission == Says.YES ? 1 : 0, 1);
        last.add(slices, atDischarge == Says.YES ? 1 : 0, 1);
      }
    }
  }
}
