package org.throughline.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The files that paths stand for.
 *
 * @param files in order of name
 * @param passedOver files found in folders that are no feeds by their names
 */
public record FeedFiles(List<Path> files, List<Path> passedOver) {
  private static final List<String> NO_FEEDS = List.of(".md", ".json", ".yml");
  private static final Comparator<Path> BY_NAME =
      Comparator.comparing((Path file) -> file.getFileName().toString())
          .thenComparing(Path::toString);

  public FeedFiles {
    files = List.copyOf(files);
    passedOver = List.copyOf(passedOver);
  }

  /** Walks folders; a file that is named itself is always taken, whatever its name. */
  public static FeedFiles under(List<Path> paths) {
    List<Path> files = new ArrayList<>();
    List<Path> passedOver = new ArrayList<>();
    for (Path path : paths) {
      if (!Files.isDirectory(path)) {
        files.add(path);
        continue;
      }
      try (Stream<Path> found = Files.walk(path)) {
        found
            .filter(Files::isRegularFile)
            .forEach(file -> (mayBeFeed(path, file) ? files : passedOver).add(file));
      } catch (IOException e) {
        throw new UncheckedIOException("folder " + path + " cannot be read", e);
      }
    }
    return new FeedFiles(
        files.stream().distinct().sorted(BY_NAME).toList(),
        passedOver.stream()
            .distinct()
            .filter(file -> !files.contains(file))
            .sorted(BY_NAME)
            .toList());
  }

  private static boolean mayBeFeed(Path folder, Path file) {
    for (Path part : folder.relativize(file)) {
      if (part.toString().startsWith(".")) {
        return false;
      }
    }
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return NO_FEEDS.stream().noneMatch(name::endsWith);
  }
}
