package org.throughline.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.throughline.feed.FeedLimits;
import org.throughline.feed.Shown;

/**
 * The files that paths stand for.
 *
 * <p>A path that is given may be a link. Inside a folder a link to a file is followed where it ends
 * inside that folder; links that lead elsewhere or to folders, pipes and devices are passed over,
 * so that a walk ends, and reads nothing that was not handed over.
 *
 * @param files in order of name; a folder among them is one that may not be read
 * @param passedOver what was found in folders and is no feed
 */
public record FeedFiles(List<Path> files, List<PassedOver> passedOver) {
  private static final List<String> NO_FEEDS = List.of(".md", ".json", ".yml");
  private static final int MOST_NAMED = 5;
  private static final Comparator<Path> BY_NAME =
      Comparator.comparing((Path file) -> String.valueOf(file.getFileName()))
          .thenComparing(Path::toString);

  public FeedFiles {
    files = List.copyOf(files);
    passedOver = List.copyOf(passedOver);
  }

  /**
   * A file that is not looked at.
   *
   * @param why in a few words
   */
  public record PassedOver(Path path, String why) {}

  /**
   * Walks folders; a file that is named itself is always taken, whatever its name.
   *
   * @throws IllegalArgumentException if there are more than the limit allows
   */
  public static FeedFiles under(List<Path> paths, FeedLimits limits) {
    List<Path> files = new ArrayList<>();
    List<PassedOver> passedOver = new ArrayList<>();
    for (Path path : paths) {
      if (!Files.isDirectory(path)) {
        files.add(path);
        continue;
      }
      try {
        // the dot makes a link to a folder that folder
        Path start = path.resolve(".");
        Files.walkFileTree(start, new Walk(path, start, files, passedOver, limits));
      } catch (IOException e) {
        throw new UncheckedIOException("folder " + path + " cannot be read", e);
      }
    }
    List<Path> distinct = files.stream().distinct().sorted(BY_NAME).toList();
    Walk.refuseTooMany(distinct.size(), limits);
    return new FeedFiles(
        distinct,
        passedOver.stream()
            .distinct()
            .filter(found -> !distinct.contains(found.path()))
            .sorted(Comparator.comparing(PassedOver::path, BY_NAME))
            .toList());
  }

  /** What was passed over, one line for each reason. */
  List<String> passedOverInWords() {
    Map<String, List<String>> byReason = new TreeMap<>();
    for (PassedOver one : passedOver) {
      byReason
          .computeIfAbsent(one.why(), any -> new ArrayList<>())
          .add(Shown.harmless(one.path().toString()));
    }
    List<String> words = new ArrayList<>();
    byReason.forEach(
        (why, paths) -> {
          int rest = paths.size() - MOST_NAMED;
          words.add(
              String.join(", ", paths.subList(0, Math.min(MOST_NAMED, paths.size())))
                  + (rest > 0 ? " and " + rest + " more" : "")
                  + " ("
                  + why
                  + ")");
        });
    return words;
  }

  /** Walks one folder. */
  private static final class Walk extends SimpleFileVisitor<Path> {
    private final Path folder;
    private final Path start;
    private final Path real;
    private final List<Path> files;
    private final List<PassedOver> passedOver;
    private final FeedLimits limits;
    private int found;

    Walk(Path folder, Path start, List<Path> files, List<PassedOver> passedOver, FeedLimits limits)
        throws IOException {
      this.folder = folder;
      this.start = start;
      this.files = files;
      this.passedOver = passedOver;
      this.limits = limits;
      real = folder.toRealPath();
    }

    static void refuseTooMany(int found, FeedLimits limits) {
      if (found > limits.files()) {
        throw new IllegalArgumentException(
            "there are more than "
                + limits.files()
                + " files; deliver fewer at once, or raise throughline.limits.files");
      }
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      found++;
      refuseTooMany(found, limits);
      Path path = given(file);
      if (!mayBeFeed(file)) {
        passedOver.add(new PassedOver(path, "no feed by its name"));
      } else if (attributes.isRegularFile()) {
        files.add(path);
      } else if (attributes.isSymbolicLink()) {
        link(path);
      } else {
        passedOver.add(new PassedOver(path, "a pipe or device"));
      }
      return FileVisitResult.CONTINUE;
    }

    private void link(Path path) {
      Path end;
      try {
        end = path.toRealPath();
      } catch (IOException e) {
        passedOver.add(new PassedOver(path, "a link that leads nowhere"));
        return;
      }
      if (!end.startsWith(real)) {
        passedOver.add(new PassedOver(path, "a link that leads out of " + folder));
      } else if (Files.isRegularFile(end)) {
        files.add(path);
      } else {
        passedOver.add(new PassedOver(path, "a link to a folder or device"));
      }
    }

    /** What may not be read is handed on, so that it is refused and not forgotten. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      files.add(given(file));
      return FileVisitResult.CONTINUE;
    }

    private Path given(Path file) {
      return folder.resolve(start.relativize(file));
    }

    private boolean mayBeFeed(Path file) {
      for (Path part : start.relativize(file)) {
        if (part.toString().startsWith(".")) {
          return false;
        }
      }
      String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
      return NO_FEEDS.stream().noneMatch(name::endsWith);
    }
  }
}
