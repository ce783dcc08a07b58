package org.throughline.lake;

import java.util.List;
import java.util.Map;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;

/** The table {@code mended}: which rows set aside are answered, by id or by key. */
public final class Answers {
  /** How far answers were looked for by key, in the summary of a snapshot. */
  private static final String THROUGH = "throughline.answered-through";

  private Answers() {}

  /**
   * Adds answers that were found by key.
   *
   * @param through number of the last delivery in which they were looked for
   */
  public static void add(Lake lake, List<Answer> answers, int through) {
    append(lake.table(LakeTable.MENDED), answers, Map.of(THROUGH, Integer.toString(through)));
  }

  /** The last delivery in which answers were looked for by key; 0 if that was never done. */
  public static int through(Lake lake) {
    int through = 0;
    for (Snapshot snapshot : lake.table(LakeTable.MENDED).snapshots()) {
      through = Math.max(through, Integer.parseInt(snapshot.summary().getOrDefault(THROUGH, "0")));
    }
    return through;
  }

  static void append(Table mended, List<Answer> answers, Map<String, String> facts) {
    AppendFiles append = mended.newAppend();
    facts.forEach(append::set);
    if (!answers.isEmpty()) {
      GenericRecord template = GenericRecord.create(mended.schema());
      DataFile rows =
          SmallTables.write(mended, answers.stream().map(a -> row(template, a)).toList());
      FileHashes.commit(
              mended, FileHashes.of(mended, mended.currentSnapshot()), List.of(rows), append)
          .forEach(append::appendFile);
    }
    append.commit();
  }

  private static Record row(GenericRecord template, Answer answer) {
    return template.copy(
        Map.of(
            "delivery", answer.delivery(),
            "rejected_delivery", answer.rejectedDelivery(),
            "rejected_line", answer.rejectedLine()));
  }
}
