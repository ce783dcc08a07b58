package org.throughline.flow;

import java.io.IOException;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.DataFile;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.throughline.episode.EpisodeFacts;
import org.throughline.episode.FoldRules;
import org.throughline.episode.OutcomeColumn;
import org.throughline.lake.TableFiles;
import org.throughline.measure.ClientOutcomes;

/** Writes the rows of {@code episode_outcomes} of some data files of timelines, as one file. */
final class OutcomeFunction implements Function<List<String>, List<DataFile>> {
  private static final long serialVersionUID = 1L;

  private final TableFiles timelines;
  private final TableFiles outcomes;
  private final YearMonth month;
  private final FoldRules rules;
  private final int edition;

  OutcomeFunction(
      TableFiles timelines, TableFiles outcomes, YearMonth month, FoldRules rules, int edition) {
    this.timelines = timelines;
    this.outcomes = outcomes;
    this.month = month;
    this.rules = rules;
    this.edition = edition;
  }

  @Override
  public List<DataFile> call(List<String> files) throws IOException {
    Rows rows = new Rows();
    try (TaskFiles file = new TaskFiles(outcomes)) {
      ClientOutcomes clients =
          new ClientOutcomes(month, rules, edition, facts -> file.write(rows.of(facts)));
      Clients.forEach(timelines, files, clients::add);
      return file.finish();
    }
  }

  /** Episodes as rows of the table. */
  static final class Rows {
    private static final OutcomeColumn[] COLUMNS = OutcomeColumn.values();

    // codes come again and again, words of sobriety hardly
    private final Map<String, UTF8String> codes = new HashMap<>();

    InternalRow of(EpisodeFacts facts) {
      Object[] cells = new Object[COLUMNS.length];
      for (int i = 0; i < COLUMNS.length; i++) {
        Object cell = COLUMNS[i].of(facts);
        if (cell instanceof String text) {
          cells[i] =
              COLUMNS[i] == OutcomeColumn.SOBRIETY_WORD
                  ? UTF8String.fromString(text)
                  : codes.computeIfAbsent(text, UTF8String::fromString);
        } else {
          cells[i] = cell;
        }
      }
      return new GenericInternalRow(cells);
    }
  }
}
