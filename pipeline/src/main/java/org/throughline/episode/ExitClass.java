package org.throughline.episode;

/** The four competing ways in which an episode ends. */
public enum ExitClass {
  /** Discharge reason completed. */
  PLANNED("planned", 0),
  /** Discharge reason transferred. */
  TRANSFERRED("transferred", 1),
  /** Discharge reason left or administrative, or inferred from silence. */
  UNPLANNED("unplanned", 2),
  /** Discharge reason incarcerated, deceased or other. */
  OTHER("other", 3);

  private final String code;
  private final int cause;

  ExitClass(String code, int cause) {
    this.code = code;
    this.cause = cause;
  }

  /** Its place among the causes of a risk table. */
  public int cause() {
    return cause;
  }

  /** The word used in figures. */
  public String code() {
    return code;
  }

  /**
   * The class of a canonical discharge reason.
   *
   * @throws IllegalArgumentException if the reason is not canonical
   */
  public static ExitClass ofReason(String reason) {
    return switch (reason) {
      case "completed" -> PLANNED;
      case "transferred" -> TRANSFERRED;
      case "left", "administrative" -> UNPLANNED;
      case "incarcerated", "deceased", "other" -> OTHER;
      default -> throw new IllegalArgumentException("no discharge reason: " + reason);
    };
  }
}
