package org.throughline.sampledata.simulator;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Random draws of one client for one purpose. Only the 64 random bits come from the JDK; every
 * distribution is spelled out here on {@link StrictMath}, so the same seed gives the same feeds on
 * any machine. Each client and purpose has a stream of its own: more clients, or another family
 * hazard ratio, leave all other draws as they were.
 */
final class Draw {

  /** What a stream is used for. The numbers are part of the shipped sample: never change one. */
  enum Purpose {
    ADMISSION(0),
    PERSON(1),
    EXIT(2),
    FAMILY(3),
    RECORDING(4),
    PLACEMENT(5),
    USE(6),
    SESSIONS(7),
    CHECKINS(8),
    RELAPSES(9),
    DELIVERY(10),
    DIRT(11),
    PAUSE(12),
    FAMILY_HABIT(13);

    private final int number;

    Purpose(int number) {
      this.number = number;
    }
  }

  private static final long EPISODE_STRIDE = 64;

  private final SplittableRandom bits;

  private Draw(SplittableRandom bits) {
    this.bits = bits;
  }

  /** The stream of a client's episode (ordinal 0 for what belongs to the client as a person). */
  static Draw stream(long seed, int client, int episode, Purpose purpose) {
    long place = scramble(seed) + client;
    long use = purpose.number + EPISODE_STRIDE * episode;
    return new Draw(new SplittableRandom(scramble(scramble(place) + use)));
  }

  /** A bijective scrambling of 64 bits, so that neighbouring clients get unrelated seeds. */
  private static long scramble(long value) {
    long mixed = value + 0x9e3779b97f4a7c15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }

  /** Uniform on [0, 1), in steps of 2⁻⁵³. */
  double uniform() {
    return (bits.nextLong() >>> 11) * 0x1.0p-53;
  }

  boolean happens(double probability) {
    return uniform() < probability;
  }

  /** A whole number from low to high, both included. */
  int between(int low, int high) {
    return low + (int) (uniform() * (high - low + 1));
  }

  /** Standard normal, by Box and Muller. */
  double normal() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
    return radius * StrictMath.cos(2 * StrictMath.PI * uniform());
  }

  <T> T oneOf(List<T> choices) {
    return choices.get(between(0, choices.size() - 1));
  }

  /** The index of a choice, with chances proportional to the weights. */
  int weighted(double... weights) {
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    double left = uniform() * total;
    for (int index = 0; index < weights.length - 1; index++) {
      left -= weights[index];
      if (left < 0) {
        return index;
      }
    }
    return weights.length - 1;
  }
}
