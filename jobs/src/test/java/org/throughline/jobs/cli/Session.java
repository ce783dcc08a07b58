package org.throughline.jobs.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A terminal for tests: what a command prints can be read afterwards. Each command runs a second
 * after the one before it.
 */
final class Session {
  private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");
  private static final AtomicInteger RUNS = new AtomicInteger();

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Map<String, String> variables;
  private final Optional<Path> clone;

  Session(Map<String, String> variables, Optional<Path> clone) {
    this.variables = variables;
    this.clone = clone;
  }

  static Session plain() {
    return new Session(Map.of(), Optional.empty());
  }

  int run(String... arguments) {
    out.reset();
    err.reset();
    Terminal terminal =
        new Terminal(
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            variables,
            Clock.fixed(START.plusSeconds(RUNS.incrementAndGet()), ZoneOffset.UTC),
            clone);
    return new Commands(terminal).run(arguments);
  }

  String out() {
    return out.toString(UTF_8);
  }

  String err() {
    return err.toString(UTF_8);
  }
}
