package org.throughline.jobs.home;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.throughline.jobs.Halt;

/**
 * One run at a time per home. The lock is the operating system's, so it goes with the process that
 * holds it, however that ends; the file's text says who it is. The locked byte lies far behind the
 * text, so the text can be read where locks bind readers too.
 */
public final class HomeLock implements AutoCloseable {
  private static final String FILE = "lock";
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;
  private static final int TRIES = 5;

  private final FileChannel channel;
  private final String holder;

  private HomeLock(FileChannel channel, String holder) {
    this.channel = channel;
    this.holder = holder;
  }

  /**
   * Takes the lock.
   *
   * @param what what the run does, for others that find the home taken: "month 2026-03"
   * @param now when it starts
   * @throws Halt if another run holds it; the message says who, since when and at what
   */
  public static HomeLock take(Home home, String what, Instant now) throws IOException {
    FileChannel channel = FileChannel.open(file(home), CREATE, READ, WRITE);
    // A status command may hold the lock for a moment, to see whether it is free.
    for (int attempt = 0; !locked(channel); attempt++) {
      if (attempt == TRIES) {
        channel.close();
        throw Halt.failed(
            "Another run works on this home: " + text(home) + ". When it has ended, run again.");
      }
      pause();
    }
    HomeLock lock =
        new HomeLock(
            channel,
            String.format(
                Locale.ROOT,
                "%s, process %d, since %s",
                what,
                ProcessHandle.current().pid(),
                now.truncatedTo(ChronoUnit.SECONDS)));
    lock.write(lock.holder);
    return lock;
  }

  /** Says which step the run is at. */
  public void at(String step) throws IOException {
    write(holder + ", at " + step);
  }

  /** Who runs on a home now, or empty. */
  public static Optional<String> holderOf(Home home) throws IOException {
    Path file = file(home);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (FileChannel channel = FileChannel.open(file, READ, WRITE)) {
      return locked(channel) ? Optional.empty() : Optional.of(text(home));
    }
  }

  @Override
  public void close() throws IOException {
    channel.truncate(0);
    channel.close();
  }

  private void write(String text) throws IOException {
    channel.truncate(0);
    channel.write(ByteBuffer.wrap((text + "\n").getBytes(UTF_8)), 0);
  }

  private static boolean locked(FileChannel channel) throws IOException {
    return lock(channel) != null;
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock(LOCKED_BYTE, 1, false);
    } catch (OverlappingFileLockException e) {
      return null; // held by this very process
    }
  }

  private static String text(Home home) throws IOException {
    String text = Files.readString(file(home), UTF_8).strip();
    return text.isEmpty() ? "one that has just started" : text;
  }

  private static Path file(Home home) {
    return home.jobs().resolve(FILE);
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
