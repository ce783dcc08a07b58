package org.throughline.jobs;

import org.throughline.jobs.cli.Commands;
import org.throughline.jobs.cli.Terminal;

/**
 * The application. This class touches neither Spark nor Spring, so light commands start at once.
 */
public final class Throughline {
  private Throughline() {}

  public static void main(String[] arguments) {
    System.exit(new Commands(Terminal.ofProcess()).run(arguments));
  }
}
