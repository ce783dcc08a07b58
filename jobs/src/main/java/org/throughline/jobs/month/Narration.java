package org.throughline.jobs.month;

import java.io.PrintStream;
import java.util.Locale;
import org.throughline.flow.Progress;

/** Tells a person, line by line, how the work goes on. */
public final class Narration implements Progress {
  private final PrintStream err;

  public Narration(PrintStream err) {
    this.err = err;
  }

  @Override
  public void step(String name) {
    say("  " + name + " …");
  }

  @Override
  public void rows(String what, long rows, double seconds) {
    if (rows == 0) {
      return;
    }
    err.printf(
        Locale.ROOT,
        "    %-28s %,13d rows %,12.0f a second %7.1f s%n",
        what,
        rows,
        rows / Math.max(seconds, 0.001),
        seconds);
    err.flush();
  }

  /** A step of the job begins; what the flow calls a step is a part of it. */
  public void begun(String name) {
    say(name);
  }

  /** A step of the job ended. */
  public void ended(double seconds) {
    err.printf(Locale.ROOT, "  done in %.1f s%n", seconds);
    err.flush();
  }

  /** A line as it is. */
  public void say(String line) {
    err.println(line);
    err.flush();
  }
}
