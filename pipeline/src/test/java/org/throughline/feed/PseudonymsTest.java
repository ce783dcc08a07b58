package org.throughline.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.hash.Hashing;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PseudonymsTest {
  private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(UTF_8);
  private final Pseudonyms pseudonyms = new Pseudonyms(KEY);

  private static byte[] hmac(String text) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
    return mac.doFinal(text.getBytes(UTF_8));
  }

  @Test
  void clientsAndEpisodesAreTheFirstEightBytesOfHmacSha256() throws Exception {
    assertThat(pseudonyms.client("ctn", "C00010"))
        .isEqualTo(ByteBuffer.wrap(hmac("client\0ctn\0C00010")).getLong());
    assertThat(pseudonyms.episode("ctn", "Ä-7"))
        .isEqualTo(ByteBuffer.wrap(hmac("episode\0ctn\0Ä-7")).getLong());
    // once more, from memory
    assertThat(pseudonyms.client("ctn", "C00010"))
        .isEqualTo(ByteBuffer.wrap(hmac("client\0ctn\0C00010")).getLong());
  }

  @Test
  void rowsAreSipHashUnderAKeyDerivedForFeedAndSource() throws Exception {
    ByteBuffer key = ByteBuffer.wrap(hmac("row-key\0ctn\0checkins"));
    long expected =
        Hashing.sipHash24(key.getLong(), key.getLong()).hashString("K0000001", UTF_8).asLong();
    assertThat(pseudonyms.row(Feed.CHECKINS, "ctn", "K0000001")).isEqualTo(expected);
  }

  /** Appendix A of the SipHash paper: key 00..0f, message 00..0e. */
  @Test
  void sipHashGivesThePublishedVector() {
    StringBuilder message = new StringBuilder();
    for (char c = 0; c < 15; c++) {
      message.append(c);
    }
    assertThat(new SipHash(0x0706050403020100L, 0x0f0e0d0c0b0a0908L).hash(message.toString()))
        .isEqualTo(0xa129ca6149be45e5L);
  }

  @Property(tries = 2000)
  void sipHashIsGuavasForAnyText(
      @ForAll long k0, @ForAll long k1, @ForAll String any, @ForAll("ascii") String ascii) {
    for (String text : new String[] {any, ascii}) {
      assertThat(new SipHash(k0, k1).hash(text))
          .isEqualTo(Hashing.sipHash24(k0, k1).hashBytes(text.getBytes(UTF_8)).asLong());
    }
  }

  @net.jqwik.api.Provide
  net.jqwik.api.Arbitrary<String> ascii() {
    return net.jqwik.api.Arbitraries.strings().ascii().ofMaxLength(40);
  }

  @Test
  void keysSourcesKindsAndFeedsDiffer() {
    byte[] other = KEY.clone();
    other[31] ^= 1;
    Set<Long> all = new HashSet<>();
    for (Pseudonyms one : new Pseudonyms[] {pseudonyms, new Pseudonyms(other)}) {
      for (String source : new String[] {"a", "b"}) {
        all.add(one.client(source, "7"));
        all.add(one.episode(source, "7"));
        for (Feed feed : Feed.values()) {
          all.add(one.row(feed, source, "7"));
        }
      }
    }
    // client, episode and four feeds; the row key of an episode is its pseudonym
    assertThat(all).hasSize(2 * 2 * 6);
    assertThat(pseudonyms.row(Feed.EPISODES, "a", "7")).isEqualTo(pseudonyms.episode("a", "7"));
  }

  @Test
  void identifiersAreStrippedAndOtherwiseExact() {
    assertThat(pseudonyms.client("a", " C1\t")).isEqualTo(pseudonyms.client("a", "C1"));
    assertThat(pseudonyms.row(Feed.RELAPSES, "a", " r "))
        .isEqualTo(pseudonyms.row(Feed.RELAPSES, "a", "r"));
    assertThat(pseudonyms.client("a", "c1")).isNotEqualTo(pseudonyms.client("a", "C1"));
    assertThat(pseudonyms.client("a", "01")).isNotEqualTo(pseudonyms.client("a", "1"));
  }

  @Test
  void theMemoryIsBoundedAndForgetsNothingThatMatters() {
    SourcePseudonyms one = pseudonyms.of("a");
    for (int i = 0; i < SourcePseudonyms.REMEMBERED + 10; i++) {
      one.episode("E" + i);
    }
    assertThat(one.episode("E0")).isEqualTo(pseudonyms.episode("a", "E0"));
    assertThat(one.episode("E0")).isNotEqualTo(one.episode("E1"));
  }

  @Test
  void survivesSerialisationAndShowsNoKey() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(pseudonyms);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      Pseudonyms again = (Pseudonyms) in.readObject();
      assertThat(again.client("a", "7")).isEqualTo(pseudonyms.client("a", "7"));
    }
    assertThat(pseudonyms).hasToString("Pseudonyms[key not shown]");
  }

  @Test
  void aShortKeyIsRefused() {
    assertThatThrownBy(() -> new Pseudonyms(new byte[15]))
        .hasMessageContaining("15 bytes")
        .hasMessageContaining("32 random bytes");
  }
}
