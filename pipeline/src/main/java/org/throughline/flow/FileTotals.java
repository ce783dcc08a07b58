package org.throughline.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.throughline.feed.Rejection;

/**
 * What was found in all stretches of a file.
 *
 * @param accepted well-formed rows
 * @param rejected rows that are not
 * @param reasons rejected rows by reason
 * @param blanked unknown codes blanked in optional columns
 * @param first the first rejected rows
 * @param refusal why the file cannot be taken
 */
record FileTotals(
    long accepted,
    long rejected,
    Map<String, Long> reasons,
    Map<String, Long> blanked,
    List<Rejection> first,
    Optional<String> refusal) {

  /** Before anything is parsed. */
  static final FileTotals NOTHING =
      new FileTotals(0, 0, Map.of(), Map.of(), List.of(), Optional.empty());

  long read() {
    return accepted + rejected;
  }

  /** Adds up by file; the order in which tasks ended does not matter. */
  static Map<Integer, FileTotals> byFile(List<ParseResult> results) {
    List<ParseResult.Counts> counts = new ArrayList<>();
    results.forEach(result -> counts.addAll(result.counts()));
    counts.sort(
        Comparator.comparingInt(ParseResult.Counts::file)
            .thenComparingInt(ParseResult.Counts::chunk));
    Map<Integer, FileTotals> totals = new HashMap<>();
    for (ParseResult.Counts count : counts) {
      totals.merge(count.file(), of(count), FileTotals::plus);
    }
    return totals;
  }

  private static FileTotals of(ParseResult.Counts counts) {
    return new FileTotals(
        counts.accepted(),
        counts.rejected(),
        new TreeMap<>(counts.reasons()),
        new TreeMap<>(counts.blanked()),
        counts.first(),
        counts.refused());
  }

  private FileTotals plus(FileTotals next) {
    Map<String, Long> allReasons = new TreeMap<>(reasons);
    next.reasons.forEach((reason, rows) -> allReasons.merge(reason, rows, Long::sum));
    Map<String, Long> allBlanked = new TreeMap<>(blanked);
    next.blanked.forEach(
        (code, cells) ->
            BlankedCodes.add(allBlanked, code.substring(0, code.indexOf(':')), code, cells));
    List<Rejection> firstOfBoth = new ArrayList<>(first);
    firstOfBoth.addAll(next.first);
    return new FileTotals(
        accepted + next.accepted,
        rejected + next.rejected,
        allReasons,
        allBlanked,
        firstOfBoth.subList(0, Math.min(PieceSink.SHOWN, firstOfBoth.size())),
        refusal.or(next::refusal));
  }
}
