package org.throughline.feed;

import java.io.IOException;
import java.nio.file.Path;

/** Takes a first look at a delivered file. */
public final class FileInspector {
  private FileInspector() {}

  /**
   * Recognises the feed, finds the columns, hashes the content and finds where it can be cut.
   *
   * @throws IOException if the file cannot be opened or read
   */
  public static Inspection inspect(Path file, SourceProfile profile) throws IOException {
    return new Inspection.Refused("not written yet: " + file + profile);
  }
}
