package org.throughline.flow;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeArrayData;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;
import org.throughline.episode.Timeline;
import org.throughline.feed.Feed;

/** Timelines as rows of the table {@code timelines}, there and back. */
final class TimelineRows {
  static final int EPISODE_KEY = 0;
  static final int CLIENT_KEY = 1;
  private static final int COLUMNS = 21;
  private static final int[] NONE = {};
  private static final List<List<String>> WORDS =
      Roster.CODED.stream().map(TimelineRows::words).toList();

  /** Spells in a tier, side by side. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Placements(int[] from, int[] to, String[] tier) {}

  private TimelineRows() {}

  /** An episode of the roster, without events. */
  static Timeline base(Roster roster, int number) {
    String[] codes = new String[Roster.CODED.size()];
    for (int i = 0; i < codes.length; i++) {
      int code = roster.code(number, i);
      codes[i] = code == CodeReader.BLANK ? "" : WORDS.get(i).get(code);
    }
    int discharged = roster.discharged(number);
    return new Timeline(
        roster.episode(number),
        roster.client(number),
        roster.site(number),
        roster.admitted(number),
        discharged == Timeline.OPEN ? Timeline.OPEN : discharged - roster.admitted(number),
        codes[0],
        roster.tier(number),
        codes[1],
        codes[2],
        codes[3],
        codes[4],
        codes[5],
        codes[6],
        NONE,
        NONE,
        new String[0],
        NONE,
        NONE,
        NONE,
        NONE,
        NONE);
  }

  /** The codes of a column, or "no" and "yes" where it is one of the two. */
  private static List<String> words(String column) {
    List<String> codes = Feed.EPISODES.columns().get(Feed.EPISODES.position(column)).codes();
    return codes.isEmpty() ? List.of("no", "yes") : codes;
  }

  static Timeline with(
      Timeline base,
      Placements placements,
      int[] sessions,
      int[] minutes,
      int[] checkins,
      int[] relapses,
      int[] relapseEnds) {
    return new Timeline(
        base.episodeKey(),
        base.clientKey(),
        base.site(),
        base.admittedOn(),
        base.dischargedOn(),
        base.dischargeReason(),
        base.tier(),
        base.priorCare(),
        base.ageGroup(),
        base.sex(),
        base.primarySubstance(),
        base.medication(),
        base.dailyRole(),
        placements.from(),
        placements.to(),
        placements.tier(),
        sessions,
        minutes,
        checkins,
        relapses,
        relapseEnds);
  }

  static InternalRow toRow(Timeline timeline) {
    Object[] cells = new Object[COLUMNS];
    cells[EPISODE_KEY] = timeline.episodeKey();
    cells[CLIENT_KEY] = timeline.clientKey();
    cells[2] = UTF8String.fromString(timeline.site());
    cells[3] = timeline.admittedOn();
    cells[4] =
        timeline.dischargedOn() == Timeline.OPEN
            ? null
            : (Integer) (timeline.admittedOn() + timeline.dischargedOn());
    cells[5] = text(timeline.dischargeReason());
    cells[6] = UTF8String.fromString(timeline.tier());
    cells[7] = text(timeline.priorCare());
    cells[8] = text(timeline.ageGroup());
    cells[9] = text(timeline.sex());
    cells[10] = text(timeline.primarySubstance());
    cells[11] = text(timeline.medication());
    cells[12] = text(timeline.dailyRole());
    cells[13] = UnsafeArrayData.fromPrimitiveArray(timeline.placementFrom());
    cells[14] = UnsafeArrayData.fromPrimitiveArray(timeline.placementTo());
    cells[15] =
        new GenericArrayData(
            Stream.of(timeline.placementTier()).map(UTF8String::fromString).toArray());
    cells[16] = UnsafeArrayData.fromPrimitiveArray(timeline.sessions());
    cells[17] = UnsafeArrayData.fromPrimitiveArray(timeline.minutes());
    cells[18] = UnsafeArrayData.fromPrimitiveArray(timeline.checkins());
    cells[19] = UnsafeArrayData.fromPrimitiveArray(timeline.relapses());
    cells[20] = UnsafeArrayData.fromPrimitiveArray(timeline.relapseEnds());
    return new GenericInternalRow(cells);
  }

  static Timeline toTimeline(InternalRow row) {
    int admitted = row.getInt(3);
    return new Timeline(
        row.getLong(EPISODE_KEY),
        row.getLong(CLIENT_KEY),
        row.getUTF8String(2).toString(),
        admitted,
        row.isNullAt(4) ? Timeline.OPEN : row.getInt(4) - admitted,
        text(row, 5),
        row.getUTF8String(6).toString(),
        text(row, 7),
        text(row, 8),
        text(row, 9),
        text(row, 10),
        text(row, 11),
        text(row, 12),
        row.getArray(13).toIntArray(),
        row.getArray(14).toIntArray(),
        texts(row.getArray(15)),
        row.getArray(16).toIntArray(),
        row.getArray(17).toIntArray(),
        row.getArray(18).toIntArray(),
        row.getArray(19).toIntArray(),
        row.getArray(20).toIntArray());
  }

  /** The same from cells as {@link org.throughline.lake.TableFiles#readCells} gives them. */
  static Timeline toTimeline(@Nullable Object[] cells) {
    int admitted = number(cells, 3);
    return new Timeline(
        cell(cells, EPISODE_KEY, Long.class),
        cell(cells, CLIENT_KEY, Long.class),
        cell(cells, 2, String.class),
        admitted,
        cells[4] == null ? Timeline.OPEN : number(cells, 4) - admitted,
        text(cells, 5),
        cell(cells, 6, String.class),
        text(cells, 7),
        text(cells, 8),
        text(cells, 9),
        text(cells, 10),
        text(cells, 11),
        text(cells, 12),
        cell(cells, 13, int[].class),
        cell(cells, 14, int[].class),
        cell(cells, 15, String[].class),
        cell(cells, 16, int[].class),
        cell(cells, 17, int[].class),
        cell(cells, 18, int[].class),
        cell(cells, 19, int[].class),
        cell(cells, 20, int[].class));
  }

  private static int number(@Nullable Object[] cells, int ordinal) {
    return cell(cells, ordinal, Integer.class);
  }

  private static String text(@Nullable Object[] cells, int ordinal) {
    return cells[ordinal] == null ? "" : cell(cells, ordinal, String.class);
  }

  private static <T> T cell(@Nullable Object[] cells, int ordinal, Class<T> kind) {
    Object cell = cells[ordinal];
    if (cell == null) {
      throw new IllegalStateException("column " + ordinal + " of timelines is empty");
    }
    return kind.cast(cell);
  }

  /** Events of a row: placements, sessions, check-ins and relapses. */
  static long events(InternalRow row) {
    return row.getArray(13).numElements()
        + row.getArray(16).numElements()
        + (long) row.getArray(18).numElements()
        + row.getArray(19).numElements();
  }

  private static @Nullable UTF8String text(String value) {
    return value.isEmpty() ? null : UTF8String.fromString(value);
  }

  private static String text(InternalRow row, int ordinal) {
    return row.isNullAt(ordinal) ? "" : row.getUTF8String(ordinal).toString();
  }

  private static String[] texts(ArrayData array) {
    String[] texts = new String[array.numElements()];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = array.getUTF8String(i).toString();
    }
    return texts;
  }
}
