package org.throughline.jobs.cli;

import java.nio.file.Path;

/** Words of a command that a person is to copy. */
final class Quoted {
  private Quoted() {}

  /** A path as a shell takes it for one word. */
  static String forShell(Path path) {
    String text = path.toString();
    return text.matches("[A-Za-z0-9_./@%+=:,-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
