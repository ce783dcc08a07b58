package org.throughline.report.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.throughline.figure.MonthReport;
import org.throughline.report.page.PageLocale;
import org.throughline.report.page.PageModel;
import org.throughline.report.page.Templates;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * The month's report as a paged, tagged PDF (PDF/UA-1), from the same model as the page. Nothing in
 * it comes from the clock, from chance or from the machine: the same report gives the same bytes.
 */
public final class MonthPdf {

  private static final int COLUMNS = 3;

  /** A line of the table of contents, for the template. */
  public record Line(String id, String heading) {}

  private MonthPdf() {}

  /**
   * The file.
   *
   * @param report what is published; its settings name the {@link Paper}
   * @param page what the page says of it
   */
  public static byte[] of(MonthReport report, PageModel page) {
    return of(report, page, Paper.of(report.settings()));
  }

  /** The same on a paper of one's choice. */
  static byte[] of(MonthReport report, PageModel page, Paper paper) {
    String identity =
        String.join("\n", report.program(), report.month().toString(), report.dataIdentity())
            + "\n"
            + report.edition();
    try {
      return new PdfPress(paper)
          .print(document(xhtml(report, page, paper)), report.cut(), identity);
    } catch (IOException e) {
      throw new UncheckedIOException("PDF of " + report.month(), e);
    }
  }

  /** What is laid out: well-formed XHTML with its style and charts inside. */
  static String xhtml(MonthReport report, PageModel page, Paper paper) {
    Appendix appendix = Appendix.of(page);
    return Templates.render(
        "paper",
        Map.of(
            "lang",
            PageLocale.of(report.settings()).tag(),
            "page",
            page,
            "contents",
            contents(page, appendix),
            "appendix",
            appendix,
            "rows",
            new Rows(),
            "charts",
            new PaperCharts(),
            "edition",
            "Edition " + report.edition(),
            "style",
            style(paper)));
  }

  /** Lines of the table of contents, in columns that are read from top to bottom. */
  private static List<List<Line>> contents(PageModel page, Appendix appendix) {
    List<Line> lines = new ArrayList<>();
    page.sections().forEach(s -> lines.add(new Line(s.id(), s.heading())));
    lines.add(new Line("identity", "Identity of the data"));
    if (!appendix.entries().isEmpty()) {
      lines.add(new Line("appendix", "Appendix: data"));
    }
    int height = (lines.size() + COLUMNS - 1) / COLUMNS;
    List<List<Line>> columns = new ArrayList<>();
    for (int from = 0; from < lines.size(); from += height) {
      columns.add(lines.subList(from, Math.min(from + height, lines.size())));
    }
    return columns;
  }

  private static String style(Paper paper) {
    String path = "/page/paper.css";
    try (InputStream in = MonthPdf.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(path + " is not in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("{size}", paper.css());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the application's own file " + path, e);
    }
  }

  private static Document document(String xhtml) throws IOException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    factory.setExpandEntityReferences(false);
    try {
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xhtml)));
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("This Java has no XML parser", e);
    } catch (SAXException e) {
      throw new IllegalStateException("The paper's template gave no well-formed XHTML", e);
    }
  }
}
