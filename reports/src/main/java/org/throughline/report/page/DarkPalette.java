package org.throughline.report.page;

/**
 * Dark mode of the charts. Every light colour has one role, so a rule on the attribute of a shape
 * is enough, and the same SVG serves both modes.
 */
final class DarkPalette {

  /** Light and dark value of each role, in pairs. */
  private static final String[] PAIRS = {
    "FDFCF9", "15191C", "F5F3ED", "1C2125", "E6E2D9", "2B3135", "CFCAC0", "434B50", "8A8F90",
    "7A8388", "1B2227", "ECE9E3", "454E54", "C2C6C7", "636C72", "9AA3A7", "52256F", "B98AE6",
    "E4DBEB", "352A47", "A491B4", "6C568A", "147A79", "62C4BF", "D3E7E5", "1C3B3B", "84B9B6",
    "3A7370", "8A6500", "DEB54C", "EFE5C8", "3D3519", "C2AC6C", "8A7434", "3B3F94", "9AA0F5",
    "DDDEEF", "2A2D4B", "9699C8", "5B5F95", "5E676F", "CDD2D5", "E4E5E6", "2F3438", "A6ABAF",
    "777D81", "C58532", "B5813A", "5F6467", "A9AFB1", "7199A5", "4A7683", "2F6574", "77AFBE",
    "5F8896", "57818F", "E9E6DF", "262B2F", "0A5A9E", "80BCF3", "AD4800", "F3A35C"
  };

  private DarkPalette() {}

  static String css() {
    StringBuilder css = new StringBuilder("@media screen and (prefers-color-scheme:dark){\n");
    for (int i = 0; i < PAIRS.length; i += 2) {
      rule(css, "fill", PAIRS[i], PAIRS[i + 1]);
      rule(css, "stroke", PAIRS[i], PAIRS[i + 1]);
    }
    css.append("}\n@media print{\n");
    rule(css, "fill", "FDFCF9", "FFFFFF");
    rule(css, "stroke", "FDFCF9", "FFFFFF");
    return css.append("}\n").toString();
  }

  private static void rule(StringBuilder css, String property, String light, String dark) {
    css.append("svg [").append(property).append("=\"#").append(light).append("\" i]{");
    css.append(property).append(":#").append(dark).append("}\n");
  }
}
