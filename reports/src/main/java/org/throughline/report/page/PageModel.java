package org.throughline.report.page;

import java.util.List;
import org.throughline.report.chart.Drawing;

/**
 * What a month's report says, in the order in which it says it. Lists of at most one element stand
 * for optional parts, so that a template can walk over them.
 */
public record PageModel(
    Title title,
    List<Feed> feeds,
    List<Prose> sentences,
    List<Card> cards,
    List<Section> sections,
    List<Fact> identity) {

  /** A name and a value. */
  public record Fact(String name, Prose value) {}

  /**
   * Head of the page.
   *
   * @param sites among which a reader can mark one
   */
  public record Title(
      String month, String program, List<Fact> facts, String runningHead, List<String> sites) {}

  /**
   * How complete one feed is.
   *
   * @param width of the bar, 0 to 100, as text
   */
  public record Feed(String name, String width, String rows, Prose remark) {}

  /**
   * One of the four headline figures.
   *
   * @param verdict what may be said of its change, with the word for its chip
   */
  public record Card(
      String heading,
      String population,
      Shown shown,
      Prose detail,
      Chip verdict,
      Drawing sparkline,
      Prose caption) {}

  /**
   * A verdict.
   *
   * @param style better, worse, usual, few or none
   */
  public record Chip(String style, String word, Prose reason) {}

  /**
   * A section: words to the left, blocks to the right.
   *
   * @param navigation its short name in the list of sections
   * @param measures which measures it rests on, in small print
   */
  public record Section(
      String id,
      String heading,
      String navigation,
      List<Prose> finding,
      List<Prose> paragraphs,
      List<Prose> measures,
      List<Aside> asides,
      List<Block> blocks) {}

  /** A boxed remark among the words. */
  public record Aside(String heading, List<Prose> paragraphs) {}

  /** A thing that stands in the wide column. */
  public sealed interface Block permits Plot, Grid, Fold, Pair, Glossary, Remark {
    /** Which fragment of the template shows it. */
    String kind();
  }

  /** A chart with its caption, its notes and the table behind it. */
  public record Plot(
      int number,
      String heading,
      Prose caption,
      Drawing drawing,
      List<Prose> notes,
      List<Table> data)
      implements Block {
    @Override
    public String kind() {
      return "plot";
    }
  }

  /** A table that is always open. */
  public record Grid(List<String> heading, Table table, List<Prose> notes, String sort)
      implements Block {
    @Override
    public String kind() {
      return "grid";
    }
  }

  /** A table that a reader opens. */
  public record Fold(String summary, Table table) implements Block {
    @Override
    public String kind() {
      return "fold";
    }
  }

  /** Two small charts side by side. */
  public record Pair(Prose words, List<Plot> plots) implements Block {
    @Override
    public String kind() {
      return "pair";
    }
  }

  /** Definitions. */
  public record Glossary(String heading, List<Fact> entries) implements Block {
    @Override
    public String kind() {
      return "glossary";
    }
  }

  /** A sentence in place of a chart that cannot be drawn. */
  public record Remark(Prose text) implements Block {
    @Override
    public String kind() {
      return "remark";
    }
  }
}
