package org.throughline.episode;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Columns of the episodes feed that a program may group by, beside tier and site. */
public enum EpisodeColumn {
  PRIOR_CARE("prior_care"),
  AGE_GROUP("age_group"),
  SEX("sex"),
  PRIMARY_SUBSTANCE("primary_substance"),
  MEDICATION("medication"),
  DAILY_ROLE("daily_role");

  /** The level of an episode whose cell is empty. */
  public static final String UNKNOWN = "unknown";

  private final String code;

  EpisodeColumn(String code) {
    this.code = code;
  }

  /** Its name in the feed and in figures. */
  public String code() {
    return code;
  }

  /** The level of an episode. */
  public String levelOf(Timeline timeline) {
    String level =
        switch (this) {
          case PRIOR_CARE -> timeline.priorCare();
          case AGE_GROUP -> timeline.ageGroup();
          case SEX -> timeline.sex();
          case PRIMARY_SUBSTANCE -> timeline.primarySubstance();
          case MEDICATION -> timeline.medication();
          case DAILY_ROLE -> timeline.dailyRole();
        };
    return level.isEmpty() ? UNKNOWN : level;
  }

  /** The column of a name, without regard to case, spaces, hyphens or underscores. */
  public static Optional<EpisodeColumn> named(String name) {
    return Arrays.stream(values())
        .filter(column -> Tiers.normal(column.code).equals(Tiers.normal(name)))
        .findFirst();
  }

  /** All names, for a message. */
  public static String spelledOut() {
    return Arrays.stream(values()).map(EpisodeColumn::code).collect(Collectors.joining(", "));
  }
}
