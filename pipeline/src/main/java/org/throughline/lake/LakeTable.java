package org.throughline.lake;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.iceberg.Schema;
import org.throughline.feed.Feed;

/** The tables of a lake. */
public enum LakeTable {
  EPISODES(Schemas.rows(Feed.EPISODES), "accepted rows of the feed episodes, all versions"),
  PLACEMENTS(Schemas.rows(Feed.PLACEMENTS), "accepted rows of the feed placements, all versions"),
  ATTENDANCE(Schemas.rows(Feed.ATTENDANCE), "accepted rows of the feed attendance, all versions"),
  CHECKINS(Schemas.rows(Feed.CHECKINS), "accepted rows of the feed checkins, all versions"),
  RELAPSES(Schemas.rows(Feed.RELAPSES), "accepted rows of the feed relapses, all versions"),
  REJECTS(Schemas.rejects(), "rows refused by parsing"),
  MENDED(Schemas.mended(), "rows refused or set aside that a later row answers"),
  DELIVERIES(Schemas.deliveries(), "the ledger: every file that was taken"),
  SET_ASIDE(Schemas.setAside(), "accepted rows that are in no timeline, counted by delivery"),
  SET_ASIDE_ROWS(Schemas.setAsideRows(), "accepted rows that are in no timeline, one by one"),
  TIMELINES(Schemas.timelines(), "one row per episode with all of its current events"),
  EPISODE_OUTCOMES(
      PublishedSchemas.outcomes(), "one row per episode at the latest cut that was published"),
  FIGURES(PublishedSchemas.figures(), "published figures"),
  CURVES(PublishedSchemas.curves(), "published curves");

  private final Schema schema;
  private final String comment;

  LakeTable(Schema schema, String comment) {
    this.schema = schema;
    this.comment = comment;
  }

  /** The table of a feed's rows. */
  public static LakeTable of(Feed feed) {
    return switch (feed) {
      case EPISODES -> EPISODES;
      case PLACEMENTS -> PLACEMENTS;
      case ATTENDANCE -> ATTENDANCE;
      case CHECKINS -> CHECKINS;
      case RELAPSES -> RELAPSES;
    };
  }

  /** Whether rows count only through the ledger, as those of a delivery. */
  boolean isFilledByDeliveries() {
    return switch (this) {
      case EPISODES, PLACEMENTS, ATTENDANCE, CHECKINS, RELAPSES, REJECTS -> true;
      case MENDED,
          DELIVERIES,
          SET_ASIDE,
          SET_ASIDE_ROWS,
          TIMELINES,
          EPISODE_OUTCOMES,
          FIGURES,
          CURVES ->
          false;
    };
  }

  /** The table's name, and that of its folder. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The columns as they are created; an existing table numbers them in its own way. */
  public Schema schema() {
    return schema;
  }

  Map<String, String> properties() {
    Map<String, String> properties = new TreeMap<>();
    properties.put("comment", comment);
    properties.put("format-version", "2");
    properties.put("write.parquet.compression-codec", "zstd");
    properties.put("write.parquet.compression-level", "1");
    properties.put("write.metadata.delete-after-commit.enabled", "true");
    properties.put("write.metadata.previous-versions-max", "20");
    withoutDictionary()
        .forEach(
            column ->
                properties.put("write.parquet.dict-encoding-enabled.column." + column, "false"));
    return properties;
  }

  /** Columns whose values hardly come twice, for which a dictionary would be made in vain. */
  private List<String> withoutDictionary() {
    return switch (this) {
      case EPISODES, PLACEMENTS, ATTENDANCE, CHECKINS, RELAPSES ->
          List.of(schema.columns().get(0).name(), "line");
      case TIMELINES ->
          List.of("episode_key", "client_key", "sessions.element", "checkins.element");
      case EPISODE_OUTCOMES -> List.of("episode_key", "client_key", "sobriety_word");
      default -> List.of();
    };
  }
}
