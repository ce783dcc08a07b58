package org.throughline.episode;

/**
 * What is to be told of one episode at a cut: days, counts and runs, each counted once. {@link
 * OutcomeColumn} gives them names and units.
 */
public final class EpisodeFacts {
  private static final int STATUSES = 5;

  private final EpisodeOutcome outcome;
  private final int edition;
  private final int cohortNumber;
  private final SobrietyWord word;
  private final SignDays days;
  private final int[] sessions = new int[STATUSES];
  private final int[] sessionsOfMonth = new int[STATUSES];
  private final int[] letters = new int['o' + 1];
  private int unscheduled;
  private int firstSession = Timeline.OPEN;
  private int lastAttended = Timeline.OPEN;
  private int tests;
  private int negativeTests;

  /**
   * @param outcome of the episode
   * @param edition of the publication
   * @param cohortNumber 1 for the client's first episode in the cohort, 2 for the second, …; 0 for
   *     an episode outside of it
   */
  public EpisodeFacts(EpisodeOutcome outcome, int edition, int cohortNumber) {
    this.outcome = outcome;
    this.edition = edition;
    this.cohortNumber = cohortNumber;
    word = outcome.word();
    days = outcome.signDays();
    countSessions();
    countTests();
    for (int k = 1; k <= word.weeks(); k++) {
      letters[word.letter(k)]++;
    }
  }

  /** Sessions count from day 0 to the day on which the exit was known; contacts to the cut. */
  private void countSessions() {
    int[] all = outcome.timeline().sessions();
    int counted = Math.min(outcome.cutDay(), outcome.exit().knownDay());
    int monthFrom = outcome.cut().monthStart() - outcome.timeline().admittedOn();
    for (int i = Sessions.firstFrom(all, 0); i < all.length; i++) {
      int session = all[i];
      int day = Sessions.day(session);
      if (day > outcome.cutDay()) {
        break;
      }
      boolean attended = Sessions.attended(session);
      if (attended) {
        lastAttended = day;
        if (firstSession == Timeline.OPEN && day >= 1) {
          firstSession = day;
        }
      }
      if (day <= counted) {
        if (Sessions.service(session) == Sessions.UNSCHEDULED_SERVICE) {
          unscheduled += attended ? 1 : 0;
        } else {
          sessions[Sessions.status(session)]++;
          sessionsOfMonth[Sessions.status(session)] += day >= monthFrom ? 1 : 0;
        }
      }
    }
  }

  private void countTests() {
    int[] checkins = outcome.timeline().checkins();
    for (int i = Checkins.firstFrom(checkins, 1); i < checkins.length; i++) {
      if (Checkins.day(checkins[i]) > outcome.followUpDays()) {
        break;
      }
      int test = Checkins.test(checkins[i]);
      if (test >= Checkins.TEST_NEGATIVE && test <= Checkins.TEST_REFUSED) {
        tests++;
        negativeTests += test == Checkins.TEST_NEGATIVE ? 1 : 0;
      }
    }
  }

  EpisodeOutcome outcome() {
    return outcome;
  }

  Timeline timeline() {
    return outcome.timeline();
  }

  int edition() {
    return edition;
  }

  int cohortNumber() {
    return cohortNumber;
  }

  SobrietyWord word() {
    return word;
  }

  SignDays days() {
    return days;
  }

  /** Whether the episode was admitted by the retention cut, so that days in care can be told. */
  boolean canBeFollowed() {
    return outcome.retentionCutDay() >= 0;
  }

  /** Scheduled sessions with a status, walk-ins left out. */
  int sessions(int status) {
    return sessions[status];
  }

  /** Those of them that are dated in the reporting month. */
  int sessionsOfMonth(int status) {
    return sessionsOfMonth[status];
  }

  int unscheduled() {
    return unscheduled;
  }

  /** Day of the first attended session from day 1 on; {@link Timeline#OPEN} if there is none. */
  int firstSession() {
    return firstSession;
  }

  /** Day of the last attended session; {@link Timeline#OPEN} if there is none. */
  int lastAttended() {
    return lastAttended;
  }

  /** Weeks with a letter of the sobriety word. */
  int weeks(char letter) {
    return letters[letter];
  }

  int longestRun(SobrietyWord.Rule rule) {
    return word.longestRun(1, word.weeks(), rule);
  }

  /** Tests in care that were negative, positive or refused. */
  int tests() {
    return tests;
  }

  int negativeTests() {
    return negativeTests;
  }
}
