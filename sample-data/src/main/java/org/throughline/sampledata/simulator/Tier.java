package org.throughline.sampledata.simulator;

/** The intensity tiers of the simulated program, with the codes that the feeds use. */
public enum Tier {
  OP,
  IOP,
  HIOP,
  OTP;

  private static final double[] SHARE = {0.38, 0.30, 0.19, 0.13};

  static Tier drawn(Draw draw) {
    return values()[draw.weighted(SHARE)];
  }

  /** The chance of attending a session, before anything about the client, site or season. */
  double baseAttendance() {
    return switch (this) {
      case OP -> 0.80;
      case IOP -> 0.83;
      case HIOP -> 0.87;
      case OTP -> 0.90;
    };
  }

  double telehealthShare() {
    return switch (this) {
      case OP -> 0.25;
      case IOP -> 0.12;
      case HIOP -> 0.03;
      case OTP -> 0.05;
    };
  }
}
