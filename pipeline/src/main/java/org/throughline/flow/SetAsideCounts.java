package org.throughline.flow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.throughline.lake.Ledger;

/** Adds up what tasks set aside, by delivery and reason. */
final class SetAsideCounts {
  private SetAsideCounts() {}

  static Map<Integer, Ledger.SetAside> of(List<BuiltRange> built, DeliveryOrder order) {
    Map<Integer, Long> held = new HashMap<>();
    Map<Integer, Map<String, Long>> rejected = new HashMap<>();
    for (BuiltRange range : built) {
      long[] counts = range.setAside();
      for (int at = 0; at < counts.length; at += BuiltRange.WIDTH) {
        int delivery = order.number((int) counts[at]);
        Rule rule = Rule.of((int) counts[at + 1]);
        if (rule == Rule.HELD) {
          held.merge(delivery, counts[at + 2], Long::sum);
        } else {
          rejected
              .computeIfAbsent(delivery, any -> new TreeMap<>())
              .merge(rule.reason(), counts[at + 2], Long::sum);
        }
      }
    }
    Map<Integer, Ledger.SetAside> aside = new TreeMap<>();
    held.keySet().forEach(delivery -> aside.put(delivery, new Ledger.SetAside(0, Map.of())));
    rejected.keySet().forEach(delivery -> aside.put(delivery, new Ledger.SetAside(0, Map.of())));
    aside.replaceAll(
        (delivery, none) ->
            new Ledger.SetAside(
                held.getOrDefault(delivery, 0L), rejected.getOrDefault(delivery, Map.of())));
    return aside;
  }
}
