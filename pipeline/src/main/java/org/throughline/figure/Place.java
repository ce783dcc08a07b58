package org.throughline.figure;

import java.io.Serializable;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where in the feeds something was found. What does not apply is empty.
 *
 * @param feed {@code attendance}
 * @param site a site's code
 * @param column a column's canonical name, or column and code: {@code status attended}
 * @param file a file's name, without its folder
 */
public record Place(String feed, String site, String column, String file)
    implements Serializable, Comparable<Place> {
  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::site)
          .thenComparing(Place::feed)
          .thenComparing(Place::column)
          .thenComparing(Place::file);

  public static Place ofSite(String site) {
    return new Place("", site, "", "");
  }

  /** A feed of one site, or of all where the site is empty. */
  public static Place ofFeed(String feed, String site) {
    return new Place(feed, site, "", "");
  }

  public static Place ofFile(String feed, String file) {
    return new Place(feed, "", "", file);
  }

  public Place withColumn(String name) {
    return new Place(feed, site, name, file);
  }

  /** The parts that apply, feed first, each narrower than the one before. */
  public String spelledOut() {
    return Stream.of(feed, site, column, file)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(":"));
  }

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }
}
