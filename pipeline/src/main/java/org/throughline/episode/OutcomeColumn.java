package org.throughline.episode;

import static org.throughline.episode.OutcomeColumn.Kind.COUNT;
import static org.throughline.episode.OutcomeColumn.Kind.DATE;
import static org.throughline.episode.OutcomeColumn.Kind.FLAG;
import static org.throughline.episode.OutcomeColumn.Kind.KEY;
import static org.throughline.episode.OutcomeColumn.Kind.TEXT;
import static org.throughline.episode.OutcomeColumn.Need.ALWAYS;
import static org.throughline.episode.OutcomeColumn.Need.MAY_BE_EMPTY;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The columns of the table {@code episode_outcomes}: one row per episode admitted by the cut, as
 * the figures of the month see it. Days are whole days since admission, day 0 = admitted_on; what
 * is dated after the cut is not known. Sums of columns over the right rows are the published
 * numerators and denominators.
 *
 * <p>A column that is added later must be one that may be empty: states of the table that were
 * pinned before do not have it.
 */
public enum OutcomeColumn {
  MONTH(
      TEXT,
      ALWAYS,
      "reporting month at whose end the row was taken, YYYY-MM",
      f -> f.outcome().cut().month().toString()),
  EDITION(COUNT, ALWAYS, "of the publication, from 1", EpisodeFacts::edition),
  CUT(DATE, ALWAYS, "last day of the month: nothing later is known", f -> f.outcome().cut().day()),
  EPISODE_KEY(KEY, ALWAYS, "keyed pseudonym of the episode", f -> f.timeline().episodeKey()),
  CLIENT_KEY(KEY, ALWAYS, "keyed pseudonym of the person", f -> f.timeline().clientKey()),
  SITE(TEXT, ALWAYS, "site or program code", f -> f.timeline().site()),
  ADMITTED_ON(DATE, ALWAYS, "first day of the episode, day 0", f -> f.timeline().admittedOn()),
  TIER(TEXT, ALWAYS, "code of the tier at admission", f -> f.timeline().tier()),
  IN_COHORT(
      FLAG,
      ALWAYS,
      "whether it was admitted in the months of the cohort that ends at the cut",
      f -> f.outcome().inCohort()),
  COHORT_EPISODE(
      COUNT,
      MAY_BE_EMPTY,
      "1 for the client's first episode in the cohort, 2 for the second; empty outside of it",
      f -> f.cohortNumber() > 0 ? f.cohortNumber() : null),
  CUT_DAY(COUNT, ALWAYS, "the cut, days since admission", f -> f.outcome().cutDay()),
  EXIT_DAY(
      COUNT,
      MAY_BE_EMPTY,
      "last day of care after the rule of silence, days since admission; empty while in care",
      f -> day(f.outcome().exit().day())),
  EXIT_CLASS(
      TEXT,
      MAY_BE_EMPTY,
      "planned, transferred, unplanned or other; empty while in care",
      f -> f.outcome().exit().happened() ? f.outcome().exit().kind().code() : null),
  EXIT_INFERRED(
      FLAG,
      MAY_BE_EMPTY,
      "true where silence alone says so and no discharge is recorded; empty while in care",
      f -> f.outcome().exit().happened() ? f.outcome().exit().inferred() : null),
  EXIT_KNOWN_DAY(
      COUNT,
      MAY_BE_EMPTY,
      "day on which the exit became known, days since admission; empty while in care",
      f -> day(f.outcome().exit().knownDay())),
  RESTORED(
      FLAG,
      ALWAYS,
      "whether it counted as ended by silence a month before and the client has attended since",
      f -> f.outcome().restored()),
  DAYS_IN_CARE(
      COUNT,
      MAY_BE_EMPTY,
      "days followed in care: day 1 to the exit, at latest the retention cut; empty where admitted"
          + " after the retention cut",
      f -> f.canBeFollowed() ? f.outcome().followUpDays() : null),
  CENSORED(
      FLAG,
      MAY_BE_EMPTY,
      "whether days_in_care end at the retention cut without an exit; empty where they are",
      f -> f.canBeFollowed() ? !f.outcome().followedToExit() : null),
  FIRST_SESSION_DAY(
      COUNT,
      MAY_BE_EMPTY,
      "first attended session from day 1 on, of any service, days since admission; empty if none",
      f -> day(f.firstSession())),
  LAST_ATTENDED_DAY(
      COUNT,
      MAY_BE_EMPTY,
      "last attended session from day 0 on, of any service, days since admission; empty if none",
      f -> day(f.lastAttended())),
  FIRST_FAMILY_DAY(
      COUNT,
      MAY_BE_EMPTY,
      "first family contact, days since admission, one before admission counting as day 0; empty"
          + " if none",
      f -> day(f.outcome().firstFamilyDay())),
  LANDMARK_CONTACT_DAYS(
      COUNT,
      ALWAYS,
      "distinct days with a family contact up to the landmark, days",
      f -> f.outcome().landmarkContactDays()),
  LANDMARK_GROUP(
      TEXT,
      MAY_BE_EMPTY,
      "family group none, some or regular; empty where not followed in care beyond the landmark",
      f -> f.outcome().beyondLandmark() ? f.outcome().landmarkGroup().code() : null),
  SESSIONS_ATTENDED(
      COUNT,
      ALWAYS,
      "scheduled sessions attended, day 0 to the day on which the exit was known, sessions",
      f -> f.sessions(Sessions.ATTENDED)),
  SESSIONS_NO_SHOW(
      COUNT, ALWAYS, "those not shown up for, sessions", f -> f.sessions(Sessions.NO_SHOW)),
  SESSIONS_CANCELLED_BY_CLIENT(
      COUNT,
      ALWAYS,
      "those cancelled by the client, sessions",
      f -> f.sessions(Sessions.CANCELLED_BY_CLIENT)),
  SESSIONS_CANCELLED_BY_PROGRAM(
      COUNT,
      ALWAYS,
      "those cancelled by the program, sessions",
      f -> f.sessions(Sessions.CANCELLED_BY_PROGRAM)),
  SESSIONS_EXCUSED(COUNT, ALWAYS, "those excused, sessions", f -> f.sessions(Sessions.EXCUSED)),
  UNSCHEDULED_CONTACTS(
      COUNT, ALWAYS, "walk-ins attended on these days, contacts", EpisodeFacts::unscheduled),
  MONTH_ATTENDED(
      COUNT,
      ALWAYS,
      "of sessions_attended, those of the reporting month, sessions",
      f -> f.sessionsOfMonth(Sessions.ATTENDED)),
  MONTH_NO_SHOW(
      COUNT,
      ALWAYS,
      "of sessions_no_show, those of the reporting month, sessions",
      f -> f.sessionsOfMonth(Sessions.NO_SHOW)),
  MONTH_CANCELLED_BY_CLIENT(
      COUNT,
      ALWAYS,
      "of sessions_cancelled_by_client, those of the reporting month, sessions",
      f -> f.sessionsOfMonth(Sessions.CANCELLED_BY_CLIENT)),
  SOBRIETY_WORD(
      TEXT,
      ALWAYS,
      "one letter for each treatment week that is over at the cut, after exit too: - sober, + use,"
          + " * both, o missing; the k-th is of days 7k-6 to 7k",
      f -> f.word().toString()),
  WEEKS_OVER(COUNT, ALWAYS, "length of sobriety_word, weeks", f -> f.word().weeks()),
  SOBER_WEEKS(COUNT, ALWAYS, "letters -, weeks", f -> f.weeks('-')),
  USE_WEEKS(COUNT, ALWAYS, "letters +, weeks", f -> f.weeks('+')),
  MIXED_WEEKS(COUNT, ALWAYS, "letters *, weeks; they count as use", f -> f.weeks('*')),
  MISSING_WEEKS(COUNT, ALWAYS, "letters o, weeks", f -> f.weeks('o')),
  LONGEST_RUN_WORST(
      COUNT,
      ALWAYS,
      "longest run of sober weeks, a missing week ending it, weeks",
      f -> f.longestRun(SobrietyWord.Rule.WORST)),
  LONGEST_RUN_OBSERVED(
      COUNT,
      ALWAYS,
      "the same, missing weeks passed over, weeks",
      f -> f.longestRun(SobrietyWord.Rule.OBSERVED)),
  LONGEST_RUN_BEST(
      COUNT,
      ALWAYS,
      "the same, missing weeks counted as sober, weeks",
      f -> f.longestRun(SobrietyWord.Rule.BEST)),
  FIRST_USE_DAY(
      COUNT,
      MAY_BE_EMPTY,
      "first day from day 1 on with a sign of use, after exit too, days since admission; empty if"
          + " none",
      f -> day(f.days().firstUse())),
  LAST_SIGN_DAY(
      COUNT,
      MAY_BE_EMPTY,
      "last day from day 1 on with a sign of sobriety or use, days since admission; empty if none",
      f -> f.days().lastSign() > 0 ? f.days().lastSign() : null),
  FIRST_RELAPSE_DAY(
      COUNT,
      MAY_BE_EMPTY,
      "first recorded relapse (severity relapse) from day 1 on, days since admission; empty if none",
      f -> day(f.days().relapse(0))),
  RELAPSES_IN_CARE(
      COUNT,
      MAY_BE_EMPTY,
      "recorded relapses that begin on days_in_care, records that touch being one, relapses",
      f -> inCare(f, f.days().relapses(1, f.outcome().followUpDays()))),
  SIGN_DAYS_IN_CARE(
      COUNT,
      MAY_BE_EMPTY,
      "of days_in_care, those on which a check-in or test gave a sign, days",
      f -> inCare(f, f.days().tested(1, f.outcome().followUpDays()))),
  ABSTINENT_DAYS_IN_CARE(
      COUNT,
      MAY_BE_EMPTY,
      "of sign_days_in_care, those with a sign of sobriety and none of use, days",
      f -> inCare(f, f.days().abstinent(1, f.outcome().followUpDays()))),
  TESTS_IN_CARE(
      COUNT,
      MAY_BE_EMPTY,
      "tests negative, positive or refused on days_in_care, tests",
      f -> inCare(f, f.tests())),
  NEGATIVE_TESTS_IN_CARE(
      COUNT,
      MAY_BE_EMPTY,
      "of tests_in_care, the negative ones, tests",
      f -> inCare(f, f.negativeTests()));

  /** What a column holds. */
  public enum Kind {
    /** A pseudonym: a {@code Long}. */
    KEY,
    /** A code, a month or a word: a {@code String}. */
    TEXT,
    /** A date: an {@code Integer}, days since 1970-01-01. */
    DATE,
    /** A number of days, weeks, sessions or the like: an {@code Integer}. */
    COUNT,
    /** A {@code Boolean}. */
    FLAG
  }

  /** Whether a column may be empty. */
  public enum Need {
    ALWAYS,
    MAY_BE_EMPTY
  }

  private interface Value {
    @Nullable Object of(EpisodeFacts facts);
  }

  private final Kind kind;
  private final Need need;
  private final String comment;
  private final Value value;

  OutcomeColumn(Kind kind, Need need, String comment, Value value) {
    this.kind = kind;
    this.need = need;
    this.comment = comment;
    this.value = value;
  }

  private static @Nullable Integer day(int day) {
    return day == Timeline.OPEN ? null : (Integer) day;
  }

  private static @Nullable Integer inCare(EpisodeFacts facts, int count) {
    return facts.canBeFollowed() ? (Integer) count : null;
  }

  /** The column's name. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Kind kind() {
    return kind;
  }

  public Need need() {
    return need;
  }

  /** Meaning and unit. */
  public String comment() {
    return comment;
  }

  /** The cell of an episode, of the class that its kind names; null where it is empty. */
  public @Nullable Object of(EpisodeFacts facts) {
    return value.of(facts);
  }
}
