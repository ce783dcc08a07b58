package org.throughline.jobs.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.throughline.feed.Feed;
import org.throughline.jobs.Halt;
import org.throughline.jobs.home.Home;

/**
 * Where rows with real identifiers may be written: a new file outside the home.
 *
 * @param file absolute
 */
record MendTarget(Path file) {

  /**
   * Checks a target before anything is read.
   *
   * @throws Halt if it exists, lies in the home or in no folder
   */
  static MendTarget of(Path given, Home home) throws IOException {
    Path file = given.toAbsolutePath().normalize();
    Path folder = file.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw Halt.usage("--out " + file + ": there is no folder " + folder + ".");
    }
    if (folder.toRealPath().startsWith(home.root().toRealPath())) {
      throw Halt.usage(
          "--out "
              + file
              + " lies in the home, where no real identifier may be: name a file outside it.");
    }
    MendTarget target = new MendTarget(file);
    target.refuseExisting();
    return target;
  }

  private void refuseExisting() {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw Halt.usage("--out " + file + " exists already: name a new file.");
    }
  }

  /** The file beside this one for the rows of one source and feed. */
  MendTarget of(String source, Feed feed) {
    String name = name();
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    String ending = dot > 0 ? name.substring(dot) : ".csv";
    MendTarget beside =
        new MendTarget(file.resolveSibling(stem + "-" + source + "-" + feed.code() + ending));
    beside.refuseExisting();
    return beside;
  }

  /** Refuses a name by which the file would be received as another feed. */
  void refuseNameOfOther(Feed feed) {
    String plain = name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    for (Feed other : Feed.values()) {
      if (other != feed && plain.startsWith(other.code())) {
        throw Halt.usage(
            "--out "
                + file
                + " would be received as "
                + other.code()
                + ", but holds rows of "
                + feed.code()
                + ": begin its name otherwise.");
      }
    }
  }

  private String name() {
    return file.getFileName().toString();
  }

  /** Makes the file, readable and writable by its owner only. */
  OutputStream create() throws IOException {
    FileAttribute<?>[] mode =
        Files.getFileStore(file.resolveSibling("."))
                .supportsFileAttributeView(PosixFileAttributeView.class)
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    try {
      Files.createFile(file, mode);
    } catch (FileAlreadyExistsException e) {
      throw Halt.usage("--out " + file + " exists already: name a new file.");
    }
    return Files.newOutputStream(file, StandardOpenOption.WRITE);
  }
}
