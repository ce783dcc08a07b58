package org.throughline.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class KeysLaws {
  @Property(tries = 50)
  void everyKeyThatComesAgainIsMarkedWhicheverTaskSawIt(
      @ForAll List<@LongRange(min = -50, max = 50) Long> first,
      @ForAll List<@LongRange(min = -50, max = 50) Long> second) {
    KeyBits one = KeyBits.sized(100, 2);
    add(one, first);
    KeyBits two = KeyBits.sized(100, 2);
    add(two, second);
    one.merge(two);

    Set<Long> seen = new HashSet<>();
    for (List<Long> keys : List.of(first, second)) {
      for (Long key : keys) {
        if (!seen.add(key)) {
          assertThat(picked(one.marks(), new long[] {key})).as("key %d", key).isEqualTo(1);
        }
      }
    }
  }

  @Property(tries = 5)
  void fewKeysAreMarkedByChance(@ForAll long seed) {
    Random random = new Random(seed);
    long[] keys = random.longs(100_000).toArray();
    KeyBits bits = KeyBits.sized(keys.length, 2);
    bits.add(keys, keys.length);
    assertThat(picked(bits.marks(), keys)).isBetween(1, 15_000);
    assertThat(picked(KeyBits.Marks.all(), keys)).isEqualTo(keys.length);
  }

  private static void add(KeyBits bits, List<Long> keys) {
    bits.add(keys.stream().mapToLong(Long::longValue).toArray(), keys.size());
  }

  private static int picked(KeyBits.Marks marks, long[] keys) {
    int[] at = new int[keys.length + 1];
    int picked = marks.pick(keys, keys.length, at);
    for (int i = 0; i < picked; i++) {
      assertThat(marks.pick(new long[] {keys[at[i]]}, 1, new int[2])).isEqualTo(1);
    }
    return picked;
  }

  @Property(tries = 100)
  void aTableOfKeysIsAMap(@ForAll List<@LongRange(min = -20, max = 20) Long> keys) {
    LongTable table = new LongTable(0);
    Map<Long, Integer> map = new HashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      Integer there = map.putIfAbsent(keys.get(i), i);
      assertThat(table.putIfAbsent(keys.get(i), i))
          .isEqualTo(there == null ? LongTable.ABSENT : there);
      if (i % 3 == 0) {
        table.put(keys.get(i), i + 1000);
        map.put(keys.get(i), i + 1000);
      }
    }
    assertThat(table.size()).isEqualTo(map.size());
    map.forEach((key, number) -> assertThat(table.get(key)).isEqualTo(number));
    assertThat(table.keys()).containsExactlyInAnyOrder(map.keySet().toArray(Long[]::new));
    assertThat(table.contains(21)).isFalse();
  }
}
