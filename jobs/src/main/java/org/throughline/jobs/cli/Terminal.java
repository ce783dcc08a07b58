package org.throughline.jobs.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What a command has around it.
 *
 * @param out for results
 * @param err for people
 * @param variables of the environment
 * @param clock the only clock
 * @param checkout the clone's folder, where the launcher started the command
 */
public record Terminal(
    PrintStream out,
    PrintStream err,
    Map<String, String> variables,
    Clock clock,
    Optional<Path> checkout) {

  /** That of this process. */
  public static Terminal ofProcess() {
    return new Terminal(
        stream(FileDescriptor.out),
        stream(FileDescriptor.err),
        System.getenv(),
        Clock.systemUTC(),
        Optional.ofNullable(System.getProperty("launcher.clone")).map(Path::of));
  }

  /** The day, for files that do not say as of which day they speak. */
  LocalDate today() {
    return LocalDate.now(clock);
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, UTF_8);
  }
}
