package org.throughline.measure;

import org.throughline.episode.Checkins;

/** Abstinence at admission beside that at discharge. */
final class NomsAbstinence extends NomsPair {
  NomsAbstinence() {
    super(
        "noms_abstinence",
        "Abstinent",
        "with a sign of sobriety and none of use on that day",
        "a sign of sobriety or use in a check-in or test",
        "Whether people leave care with less use than they came with.");
  }

  @Override
  Says says(int checkin) {
    return Checkins.isUse(checkin) ? Says.NO : Checkins.isSober(checkin) ? Says.YES : Says.NOTHING;
  }
}
