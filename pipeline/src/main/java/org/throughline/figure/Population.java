package org.throughline.figure;

/** Who counts in a measure. */
public enum Population {
  /** What became known or took place in the reporting month. */
  MONTH("month"),
  /** Episodes admitted in the months of the cohort that end at the cut. */
  COHORT("cohort"),
  /** Exits that became known in the months of the cohort, whenever the episode began. */
  EXITS("exits"),
  /** Episodes admitted in the latest month all of whose members have had the horizon. */
  LATEST_COMPLETE_MONTH("latest_complete_month"),
  /** The first episode of each client in the cohort. */
  FIRST_EPISODES("first_episodes");

  private final String code;

  Population(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }
}
