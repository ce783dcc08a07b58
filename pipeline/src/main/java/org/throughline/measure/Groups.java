package org.throughline.measure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.throughline.episode.EpisodeColumn;
import org.throughline.episode.EpisodeOutcome;
import org.throughline.episode.FamilyGroup;
import org.throughline.episode.Timeline;
import org.throughline.figure.Slice;

/** The groups that an episode counts in; one instance a slice, so that they compare by identity. */
final class Groups {
  private static final List<Slice> OVERALL = List.of(Slice.OVERALL);

  /** What stands in the group of a slice that is a pattern of covariates. */
  static final String PATTERN = "pattern";

  private final Map<String, Map<String, Slice>> patterns = new HashMap<>();
  private final Map<String, Slice> tiers = new HashMap<>();
  private final Map<String, Slice> sites = new HashMap<>();
  private final Map<FamilyGroup, Slice> families = new EnumMap<>(FamilyGroup.class);
  private final Map<String, Map<FamilyGroup, Slice>> tierFamilies = new HashMap<>();
  private final Map<String, List<Slice>> overallAndTier = new HashMap<>();
  private final List<EpisodeColumn> columns;
  private final Map<EpisodeColumn, Map<String, Slice>> levels = new EnumMap<>(EpisodeColumn.class);
  private final Known plain = new Known();
  private final Map<String, Map<FamilyGroup, List<Slice>>> family = new HashMap<>();

  /** Lists that were made, by tier, then site, then the level of each column. */
  private static final class Known {
    private final Map<String, Known> next = new HashMap<>();
    private List<Slice> slices = List.of();

    Known next(String step) {
      Known found = next.get(step);
      if (found == null) {
        found = new Known();
        next.put(step, found);
      }
      return found;
    }
  }

  /**
   * @param columns to group by, beside tier and site
   */
  Groups(List<EpisodeColumn> columns) {
    this.columns = columns;
  }

  Slice tier(String tier) {
    return tiers.computeIfAbsent(tier, Slice::ofTier);
  }

  Slice site(String site) {
    return sites.computeIfAbsent(site, Slice::ofSite);
  }

  Slice family(FamilyGroup group) {
    return families.computeIfAbsent(group, g -> Slice.ofFamily(g.code()));
  }

  Slice tierAndFamily(String tier, FamilyGroup group) {
    return tierFamilies
        .computeIfAbsent(tier, t -> new EnumMap<>(FamilyGroup.class))
        .computeIfAbsent(group, g -> Slice.ofTierAndFamily(tier, g.code()));
  }

  /**
   * A pattern of covariates, within a tier.
   *
   * @param level values of the other covariates
   */
  Slice pattern(String tier, String level) {
    return patterns
        .computeIfAbsent(tier, t -> new HashMap<>())
        .computeIfAbsent(level, l -> new Slice(tier, Slice.ALL, Slice.ALL, PATTERN, l));
  }

  /** Overall, tier at admission, site and columns; in earlier months overall alone. */
  List<Slice> plain(ClientAtCut client, EpisodeOutcome episode) {
    if (client.readOtherwise()) {
      return overallAndTier(episode.timeline().tier());
    }
    return client.inFull() ? plain(episode.timeline().tier(), episode.timeline()) : OVERALL;
  }

  /** Overall and a tier. */
  List<Slice> overallAndTier(String tier) {
    return overallAndTier.computeIfAbsent(tier, t -> List.of(Slice.OVERALL, tier(t)));
  }

  /** Overall, a tier, and the site and the levels of the columns of an episode. */
  List<Slice> plain(String tier, Timeline episode) {
    Known known = plain.next(tier).next(episode.site());
    for (int i = 0; i < columns.size(); i++) {
      known = known.next(columns.get(i).levelOf(episode));
    }
    if (known.slices.isEmpty()) {
      List<Slice> slices = new ArrayList<>();
      slices.add(Slice.OVERALL);
      slices.add(tier(tier));
      slices.add(site(episode.site()));
      for (EpisodeColumn column : columns) {
        slices.add(
            levels
                .computeIfAbsent(column, c -> new HashMap<>())
                .computeIfAbsent(
                    column.levelOf(episode), level -> Slice.ofLevel(column.code(), level)));
      }
      known.slices = List.copyOf(slices);
    }
    return known.slices;
  }

  /** A family group, and the same within a tier. */
  List<Slice> family(String tier, FamilyGroup group) {
    return family
        .computeIfAbsent(tier, t -> new EnumMap<>(FamilyGroup.class))
        .computeIfAbsent(group, g -> List.of(family(g), tierAndFamily(tier, g)));
  }
}
