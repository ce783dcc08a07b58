package org.throughline.flow;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.throughline.lake.KeptFile;
import org.throughline.lake.LakeReader;
import org.throughline.lake.LakeTable;

/**
 * The data that a publication stands on.
 *
 * @param snapshot of {@code timelines}, which its figures were computed from
 * @param files data files of that snapshot, of the rows set aside beside it, of the rows and the
 *     ledger behind it, and of the publication's own rows in {@code episode_outcomes}, {@code
 *     figures} and {@code curves}
 */
public record Pinned(long snapshot, List<KeptFile> files) {
  private static final List<LakeTable> BEHIND =
      List.of(
          LakeTable.EPISODES,
          LakeTable.PLACEMENTS,
          LakeTable.ATTENDANCE,
          LakeTable.CHECKINS,
          LakeTable.RELAPSES,
          LakeTable.REJECTS,
          LakeTable.DELIVERIES);

  public Pinned {
    files = List.copyOf(files);
  }

  static Pinned of(LakeReader lake, YearMonth month, int edition, long snapshot) {
    List<KeptFile> files = new ArrayList<>();
    BEHIND.forEach(table -> files.addAll(lake.files(table)));
    files.addAll(lake.files(LakeTable.TIMELINES, snapshot));
    String tag = PublishedTables.tag(month, edition);
    for (LakeTable table : List.of(LakeTable.SET_ASIDE_ROWS, LakeTable.EPISODE_OUTCOMES)) {
      lake.tagged(table, tag).ifPresent(state -> files.addAll(lake.files(table, state)));
    }
    Expression own =
        Expressions.and(
            Expressions.equal("month", month.toString()), Expressions.equal("edition", edition));
    files.addAll(lake.files(LakeTable.FIGURES, own));
    files.addAll(lake.files(LakeTable.CURVES, own));
    return new Pinned(snapshot, files);
  }
}
