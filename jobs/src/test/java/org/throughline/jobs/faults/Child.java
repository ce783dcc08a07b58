package org.throughline.jobs.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A command in a process of its own, watched step by step. */
final class Child {
  /** Lines on standard error that begin a step. */
  static final List<String> STEPS =
      List.of("receive", "curate", "measure", "check", "publish", "render");

  /**
   * A step that began.
   *
   * @param name of the step, or "start" for all that comes before the first
   * @param nanos since the process was started
   */
  record Begun(String name, long nanos) {}

  private final Process process;
  private final long started = System.nanoTime();
  private final List<Begun> steps = new ArrayList<>();
  private final StringBuilder err = new StringBuilder();
  private final Thread reader;

  private Child(Process process) {
    this.process = process;
    steps.add(new Begun("start", 0));
    reader = new Thread(this::read, "standard error of " + process.pid());
    reader.setDaemon(true);
    reader.start();
  }

  /** Starts a command; what it prints as results is thrown away. */
  static Child start(List<String> command, Map<String, String> variables) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(variables);
    return new Child(builder.start());
  }

  private void read() {
    try (BufferedReader lines = process.errorReader(UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        synchronized (this) {
          err.append(line).append('\n');
          if (STEPS.contains(line)) {
            steps.add(new Begun(line, System.nanoTime() - started));
          }
          notifyAll();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until so many steps have begun; false if the process ended before. */
  synchronized boolean awaitStep(int number) throws InterruptedException {
    while (steps.size() <= number) {
      if (!reader.isAlive()) {
        return false;
      }
      wait(20);
    }
    return true;
  }

  /** Ends the process and all that it started, at once. */
  boolean kill() throws IOException, InterruptedException {
    if (!process.isAlive()) {
      return false;
    }
    new ProcessBuilder("kill", "-9", "--", "-" + process.pid()).start().waitFor();
    process.destroyForcibly();
    return await() == 137;
  }

  /** Asks the process to stop, as a terminal does. */
  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, "--", "-" + process.pid()).start().waitFor();
  }

  /** Its exit code. */
  int await() throws InterruptedException {
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException("a command hangs:\n" + err());
    }
    reader.join(5_000);
    return process.exitValue();
  }

  synchronized String err() {
    return err.toString();
  }

  /** The steps that began. */
  synchronized List<Begun> steps() {
    return List.copyOf(steps);
  }

  long nanos() {
    return System.nanoTime() - started;
  }
}
