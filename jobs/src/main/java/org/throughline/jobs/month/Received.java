package org.throughline.jobs.month;

import java.util.List;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.throughline.flow.FileOutcome;

/**
 * What a run received, in sums.
 *
 * @param files files given
 * @param unchanged of these, files that were there before
 * @param read rows read in the files that were taken
 * @param accepted of these, well formed rows
 * @param rejected of these, rows refused by parsing
 */
public record Received(long files, long unchanged, long read, long accepted, long rejected) {

  static Received of(List<FileOutcome> outcomes) {
    long unchanged = 0;
    long read = 0;
    long accepted = 0;
    long rejected = 0;
    for (FileOutcome outcome : outcomes) {
      if (outcome.status() == FileOutcome.Status.TAKEN) {
        read += outcome.summary().read();
        accepted += outcome.summary().accepted();
        rejected += outcome.summary().rejected();
      } else if (outcome.status() == FileOutcome.Status.UNCHANGED) {
        unchanged++;
      }
    }
    return new Received(outcomes.size(), unchanged, read, accepted, rejected);
  }

  void keep(ExecutionContext context) {
    context.putLong("received.files", files);
    context.putLong("received.unchanged", unchanged);
    context.putLong("received.read", read);
    context.putLong("received.accepted", accepted);
    context.putLong("received.rejected", rejected);
  }

  static Received from(ExecutionContext context) {
    return new Received(
        context.getLong("received.files", 0),
        context.getLong("received.unchanged", 0),
        context.getLong("received.read", 0),
        context.getLong("received.accepted", 0),
        context.getLong("received.rejected", 0));
  }
}
