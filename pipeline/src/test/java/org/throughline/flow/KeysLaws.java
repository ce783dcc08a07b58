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
    first.forEach(one::add);
    KeyBits two = KeyBits.sized(100, 2);
    second.forEach(two::add);
    one.merge(two);

    Set<Long> seen = new HashSet<>();
    for (List<Long> keys : List.of(first, second)) {
      for (Long key : keys) {
        if (!seen.add(key)) {
          assertThat(one.mayComeAgain(key)).as("key %d", key).isTrue();
        }
      }
    }
  }

  @Property(tries = 5)
  void fewKeysAreMarkedByChance(@ForAll long seed) {
    Random random = new Random(seed);
    long[] keys = random.longs(100_000).toArray();
    KeyBits bits = KeyBits.sized(keys.length, 2);
    for (long key : keys) {
      bits.add(key);
    }
    long marked = 0;
    for (long key : keys) {
      marked += bits.mayComeAgain(key) ? 1 : 0;
    }
    assertThat(marked).isBetween(1L, 15_000L);
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
