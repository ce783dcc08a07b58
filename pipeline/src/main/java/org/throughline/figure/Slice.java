package org.throughline.figure;

import java.io.Serializable;
import java.util.Comparator;

/**
 * The group that a figure is about. A dimension that is not grouped by holds {@value #ALL}.
 *
 * @param tier a tier's code, or all
 * @param family {@code none}, {@code some}, {@code regular} (landmark groups), {@code not_yet},
 *     {@code involved} (time-dependent groups), or all
 * @param site a site's code, or all
 * @param group the name of another column of the episodes feed, or empty
 * @param level that column's value (or a test's event), or empty
 */
public record Slice(String tier, String family, String site, String group, String level)
    implements Serializable, Comparable<Slice> {

  public static final String ALL = "all";

  /** Everybody. */
  public static final Slice OVERALL = new Slice(ALL, ALL, ALL, "", "");

  private static final Comparator<Slice> ORDER =
      Comparator.comparing(Slice::group)
          .thenComparing(Slice::level)
          .thenComparing(Slice::site)
          .thenComparing(Slice::tier)
          .thenComparing(Slice::family);

  public static Slice ofTier(String tier) {
    return new Slice(tier, ALL, ALL, "", "");
  }

  public static Slice ofFamily(String family) {
    return new Slice(ALL, family, ALL, "", "");
  }

  public static Slice ofTierAndFamily(String tier, String family) {
    return new Slice(tier, family, ALL, "", "");
  }

  public static Slice ofSite(String site) {
    return new Slice(ALL, ALL, site, "", "");
  }

  /** A level of another column. */
  public static Slice ofLevel(String group, String level) {
    return new Slice(ALL, ALL, ALL, group, level);
  }

  /** The same slice narrowed to a family group. */
  public Slice withFamily(String value) {
    return new Slice(tier, value, site, group, level);
  }

  /** The same slice, marked with a level: a test's event. */
  public Slice withLevel(String value) {
    return new Slice(tier, family, site, group, value);
  }

  public boolean byTier() {
    return !tier.equals(ALL);
  }

  public boolean byFamily() {
    return !family.equals(ALL);
  }

  public boolean bySite() {
    return !site.equals(ALL);
  }

  public boolean isOverall() {
    return !byTier() && !byFamily() && !bySite() && group.isEmpty();
  }

  @Override
  public int compareTo(Slice other) {
    return ORDER.compare(this, other);
  }
}
