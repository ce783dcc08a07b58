package org.throughline.jobs.home;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Another process that holds a home, until it is ended. */
final class LockHolder {
  private LockHolder() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Home home = new Home(Path.of(arguments[0]));
    try (HomeLock lock = HomeLock.take(home, "another process", Instant.EPOCH)) {
      System.out.println("taken");
      System.out.flush();
      TimeUnit.MINUTES.sleep(1);
      lock.at("its end");
    }
  }
}
