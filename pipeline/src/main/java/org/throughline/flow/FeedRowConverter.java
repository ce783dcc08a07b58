package org.throughline.flow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.SpecificInternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.throughline.feed.Column;
import org.throughline.feed.Feed;
import org.throughline.feed.FeedRow;

/** Turns parsed rows into rows of the feed's table. One row is filled again and again. */
final class FeedRowConverter {
  private final List<Column> columns;
  private final UTF8String[][] codes;
  private final Map<String, UTF8String> texts = new HashMap<>();
  private final SpecificInternalRow row;

  FeedRowConverter(Feed feed, StructType schema) {
    columns = feed.columns();
    codes = new UTF8String[columns.size()][];
    for (int i = 0; i < codes.length; i++) {
      codes[i] =
          columns.get(i).codes().stream().map(UTF8String::fromString).toArray(UTF8String[]::new);
    }
    row = new SpecificInternalRow(schema);
  }

  InternalRow convert(FeedRow from, int delivery) {
    for (int i = 0; i < codes.length; i++) {
      switch (columns.get(i).kind()) {
        case ROW_KEY -> row.setLong(i, from.key);
        case EPISODE_KEY -> key(i, from.episode);
        case CLIENT_KEY -> key(i, from.client);
        case SITE, TIER -> text(i, from.texts[i]);
        case DATE, WHOLE_NUMBER -> number(i, from.cells[i]);
        case CODE -> code(i, from.cells[i]);
        case YES_NO -> yesNo(i, from.cells[i]);
      }
    }
    row.setBoolean(codes.length, from.withdrawn);
    row.setInt(codes.length + 1, delivery);
    row.setLong(codes.length + 2, from.line);
    return row;
  }

  private void key(int i, long key) {
    if (key == 0) {
      row.setNullAt(i);
    } else {
      row.setLong(i, key);
    }
  }

  private void number(int i, int value) {
    if (value == FeedRow.BLANK) {
      row.setNullAt(i);
    } else {
      row.setInt(i, value);
    }
  }

  private void yesNo(int i, int value) {
    if (value == FeedRow.BLANK) {
      row.setNullAt(i);
    } else {
      row.setBoolean(i, value == 1);
    }
  }

  private void code(int i, int value) {
    if (value == FeedRow.BLANK) {
      row.setNullAt(i);
    } else {
      row.update(i, codes[i][value]);
    }
  }

  private void text(int i, String value) {
    if (value.isEmpty()) {
      row.setNullAt(i);
    } else {
      row.update(i, texts.computeIfAbsent(value, UTF8String::fromString));
    }
  }
}
