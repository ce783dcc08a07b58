package org.throughline.feed;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/**
 * Keyed pseudonyms of 64 bits in place of the identifiers of clients, episodes and rows.
 *
 * <p>The same identifier of the same source always has the same pseudonym under one key; nobody
 * without the key can compute or check one. Clients and episodes get HMAC-SHA-256, cut to its first
 * eight bytes (big-endian); rows, of which there are many millions, get SipHash-2-4 under a key
 * that HMAC derives for the feed and the source. The row key of an episode is the episode's
 * pseudonym. Identifiers are stripped of surrounding white space and otherwise taken exactly.
 *
 * <p>Measured on ids of 12 characters: HMAC 250 ns, SipHash 27 ns (Guava's 55 ns).
 *
 * <p>Among 20 million keys of one feed two collide with a probability of 0.00001.
 *
 * <p>Safe for use by several threads. A parser takes its own {@link SourcePseudonyms}, which is
 * not, and remembers what it saw.
 */
public final class Pseudonyms implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Fewest bytes that a key may have. */
  public static final int LEAST_KEY_BYTES = 16;

  private final byte[] key;
  private transient Map<String, SourcePseudonyms> sources = new HashMap<>();

  /**
   * @param key secret, at least {@value #LEAST_KEY_BYTES} bytes; 32 random bytes are right
   * @throws IllegalArgumentException if the key is too short
   */
  public Pseudonyms(byte[] key) {
    if (key.length < LEAST_KEY_BYTES) {
      throw new IllegalArgumentException(
          "the pseudonym key has "
              + key.length
              + " bytes and needs at least "
              + LEAST_KEY_BYTES
              + "; 32 random bytes are right");
    }
    this.key = key.clone();
  }

  /** The pseudonym of a client of a source. */
  public synchronized long client(String source, String id) {
    return remembered(source).client(id);
  }

  /** The pseudonym of an episode of a source. */
  public synchronized long episode(String source, String id) {
    return remembered(source).episode(id);
  }

  /** The pseudonym of a row of a feed of a source. */
  public synchronized long row(Feed feed, String source, String id) {
    return remembered(source).row(feed, id);
  }

  /**
   * A key of 32 bytes for another purpose, which tells nothing about this one: HMAC-SHA-256 of the
   * purpose.
   *
   * @param purpose a label; with it the same key comes each time
   */
  public byte[] derived(String purpose) {
    return SourcePseudonyms.hmac(key, "derived\0" + purpose);
  }

  /** The pseudonyms of one source, for one thread. */
  SourcePseudonyms of(String source) {
    return new SourcePseudonyms(key, source);
  }

  private SourcePseudonyms remembered(String source) {
    return sources.computeIfAbsent(source, this::of);
  }

  private Object readResolve() {
    return new Pseudonyms(key);
  }

  @Override
  public String toString() {
    return "Pseudonyms[key not shown]";
  }
}
