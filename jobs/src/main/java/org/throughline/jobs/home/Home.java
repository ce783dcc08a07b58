package org.throughline.jobs.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.throughline.jobs.Halt;

/**
 * One folder that holds everything a program owns.
 *
 * @param root the folder, absolute
 */
public record Home(Path root) {

  public Home {
    root = root.toAbsolutePath().normalize();
  }

  /**
   * The home at a folder, which is made where it is missing.
   *
   * @throws Halt if the folder cannot be made, or is a file
   */
  public static Home at(Path folder) {
    Home home = new Home(folder);
    if (Files.exists(home.root) && !Files.isDirectory(home.root)) {
      throw Halt.usage("--home " + home.root + " is a file; name a folder.");
    }
    try {
      Files.createDirectories(home.logs());
      Files.createDirectories(home.jobs());
    } catch (IOException e) {
      throw Halt.usage("--home " + home.root + " cannot be made or written to.");
    }
    return home;
  }

  /**
   * The home at a folder in which something was run before.
   *
   * @throws Halt if there is none
   */
  public static Home existing(Path folder) {
    Home home = new Home(folder);
    if (!Files.isDirectory(home.root)) {
      throw Halt.usage("There is no home at " + home.root + ": receive feeds into it first.");
    }
    if (!Files.isDirectory(home.jobs()) && !Files.isDirectory(home.lake())) {
      throw Halt.usage(home.root + " is no home: it holds neither lake/ nor jobs/.");
    }
    return home;
  }

  /** Settings of this home. */
  public Path settingsFile() {
    return root.resolve("throughline.yml");
  }

  /** Source profiles of its own. */
  public Path sources() {
    return root.resolve("sources");
  }

  /** Tables. */
  public Path lake() {
    return root.resolve("lake");
  }

  /** Raw lines that were rejected or held, encrypted. */
  public Path quarantine() {
    return root.resolve("quarantine");
  }

  /** What publications stand on. */
  public Path publications() {
    return lake().resolve("publications");
  }

  /** What is published. */
  public Path reports() {
    return root.resolve("reports");
  }

  /** What one step leaves for the next. */
  public Path work() {
    return root.resolve("work");
  }

  /** The job repository and the lock. */
  public Path jobs() {
    return root.resolve("jobs");
  }

  /** There while a run works, and after one that did not end well. */
  public Path unsettled() {
    return jobs().resolve("unsettled");
  }

  public Path logs() {
    return root.resolve("logs");
  }

  /** The log of all commands that run jobs. */
  public Path logFile() {
    return logs().resolve("throughline.log");
  }

  /** The pseudonym key that is generated where settings name none. */
  public Path ownKeyFile() {
    return root.resolve("pseudonym.key");
  }

  /** Whether anything was ever received. */
  public boolean hasLake() {
    if (!Files.isDirectory(lake())) {
      return false;
    }
    try (var inside = Files.list(lake())) {
      return inside.findAny().isPresent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
