package org.throughline.feed;

import java.nio.file.Path;

/** Where source profiles are found. */
public final class Profiles {
  private Profiles() {}

  /**
   * The profile of a name: NAME.yml in the own folder, else the one shipped on the class path under
   * {@code profiles/}, else the built-in {@code canonical}.
   *
   * @throws IllegalArgumentException if there is none, naming those that exist, or if the profile
   *     has a fault
   */
  public static SourceProfile find(String name, Path ownFolder) {
    throw new UnsupportedOperationException(name + ownFolder);
  }
}
