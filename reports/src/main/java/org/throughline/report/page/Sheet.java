package org.throughline.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.throughline.report.chart.Hue;

/**
 * The looks of a page, and the policy that lets a browser use nothing else.
 *
 * @param style all of the CSS, fonts inside
 * @param script tables, site and curves; the page reads fully without it
 * @param policy content security policy with the hashes of both
 */
record Sheet(String style, String script, String policy) {

  private record Face(String family, String style, int weight, String file) {}

  private static final List<Face> FACES =
      List.of(
          new Face("Source Sans 3", "normal", 400, "SourceSans3-Regular"),
          new Face("Source Sans 3", "normal", 600, "SourceSans3-SemiBold"),
          new Face("Source Sans 3", "italic", 400, "SourceSans3-Italic"),
          new Face("Source Serif 4", "normal", 400, "SourceSerif4-Regular"),
          new Face("Source Serif 4", "normal", 600, "SourceSerif4-SemiBold"));

  /** The sheet of a document whose printed pages carry two texts at their head. */
  static Sheet of(String runningHead, String edition) {
    String style =
        fonts()
            + text("page/style.css")
            + dark()
            + text("page/print.css")
                .replace("{head}", quoted(runningHead))
                .replace("{edition}", quoted(edition));
    String script = text("page/page.js");
    String policy =
        "default-src 'none'; style-src '"
            + hash(style)
            + "'; script-src '"
            + hash(script)
            + "'; font-src data:; base-uri 'none'; form-action 'none'";
    return new Sheet(style, script, policy);
  }

  /** The sheet of a page that a reader hardly sees: no fonts inside, no script. */
  static Sheet plain() {
    String style = text("page/step.css");
    return new Sheet(
        style,
        "",
        "default-src 'none'; style-src '" + hash(style) + "'; base-uri 'none'; form-action 'none'");
  }

  /** The same SVG serves both modes: each light colour has one dark one. Print paper is white. */
  private static String dark() {
    String paper = Hue.PAPER.lightHex();
    return "@media screen and (prefers-color-scheme:dark){\n"
        + Hue.darkRules()
        + "}\n@media print{svg [fill=\""
        + paper
        + "\"]{fill:#FFF}svg [stroke=\""
        + paper
        + "\"]{stroke:#FFF}}\n";
  }

  private static String fonts() {
    StringBuilder css = new StringBuilder();
    for (Face face : FACES) {
      css.append("@font-face{font-family:\"")
          .append(face.family())
          .append("\";font-style:")
          .append(face.style())
          .append(";font-weight:")
          .append(face.weight())
          .append(";font-display:block;src:url(data:font/woff2;base64,")
          .append(Base64.getEncoder().encodeToString(bytes("fonts/" + face.file() + ".woff2")))
          .append(") format(\"woff2\")}\n");
    }
    return css.toString();
  }

  /** A CSS string: whatever is no letter, digit or space is written by its code point. */
  static String quoted(String text) {
    StringBuilder css = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              if (c == ' ' || (c < 128 && Character.isLetterOrDigit(c))) {
                css.appendCodePoint(c);
              } else {
                css.append('\\').append(Integer.toHexString(c)).append(' ');
              }
            });
    return css.append('"').toString();
  }

  /** "sha256-…" as a content security policy wants it. */
  static String hash(String content) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256", e);
    }
  }

  /** A browser hashes what it parsed, so line ends must already be its own. */
  private static String text(String resource) {
    return new String(bytes(resource), StandardCharsets.UTF_8).replace("\r\n", "\n");
  }

  private static byte[] bytes(String resource) {
    try (InputStream in = Sheet.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("The application lacks its own file " + resource);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the application's own file " + resource, e);
    }
  }
}
