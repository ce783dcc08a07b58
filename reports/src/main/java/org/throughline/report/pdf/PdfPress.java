package org.throughline.report.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLog;
import com.openhtmltopdf.util.XRLogger;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.logging.Level;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.throughline.report.chart.Cut;
import org.w3c.dom.Document;

/** Lays XHTML out on paper by openhtmltopdf; fonts are the bundled ones and no others. */
final class PdfPress {

  /** What openhtmltopdf has to complain about: nothing, or the template is at fault. */
  private final List<String> complaints = new ArrayList<>();

  static {
    XRLog.setLoggerImpl(new Quiet());
  }

  private final Paper paper;

  PdfPress(Paper paper) {
    this.paper = paper;
  }

  /**
   * @param document XHTML, its style inside
   * @param dated the day that the file bears as that of its making
   * @param identity what the file's identifier is made from
   */
  byte[] print(Document document, LocalDate dated, String identity) throws IOException {
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.withW3cDocument(document, "");
    builder.usePdfUaAccessibility(true);
    builder.usePdfVersion(1.7f);
    builder.useSVGDrawer(new BatikSVGDrawer());
    builder.useExternalResourceAccessControl(
        (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
    builder.withProducer("Throughline");
    builder.withDiagnosticConsumer(this::heed);
    try (PDDocument fresh = new PDDocument()) {
      builder.usePDDocument(fresh);
      for (Cut cut : Cut.values()) {
        use(cut, fresh, builder);
      }
      try (PdfBoxRenderer renderer = builder.buildPdfRenderer();
          PDDocument pdf = renderer.createPDFKeepOpen()) {
        PDDocumentInformation information = pdf.getDocumentInformation();
        information.setCreationDate(GregorianCalendar.from(dated.atStartOfDay(ZoneOffset.UTC)));
        information.setModificationDate(information.getCreationDate());
        pdf.setDocumentId(number(identity + "\n" + paper));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        pdf.save(bytes);
        return bytes.toByteArray();
      }
    }
  }

  /**
   * Without substitution of glyphs: a ligature would have no character of its own, so that what is
   * copied or read aloud would lack it.
   */
  private static void use(Cut cut, PDDocument pdf, PdfRendererBuilder builder) throws IOException {
    byte[] bytes = cut.ttf();
    FontStyle style = cut.style().equals("italic") ? FontStyle.ITALIC : FontStyle.NORMAL;
    TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(bytes));
    parsed.setEnableGsub(false);
    PDFont font = PDType0Font.load(pdf, parsed, true);
    builder.useFont(new PDFontSupplier(font), cut.family(), cut.weight(), style, true);
    builder.useFont(
        () -> new ByteArrayInputStream(bytes),
        cut.family(),
        PaperCharts.weight(cut.weight()),
        style,
        true,
        EnumSet.of(FSFontUseCase.SVG));
  }

  private void heed(Diagnostic diagnostic) {
    if (diagnostic.getLevel().intValue() >= Level.WARNING.intValue()) {
      complaints.add(diagnostic.getFormattedMessage());
    }
  }

  /** What was found odd in the document; for tests. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  /** Prints nothing, but lets everything through to {@link #heed}. */
  private static final class Quiet implements XRLogger {
    @Override
    public void log(String where, Level level, String message) {}

    @Override
    public void log(String where, Level level, String message, Throwable cause) {}

    @Override
    public void setLevel(String logger, Level level) {}

    @Override
    public boolean isLogLevelEnabled(Diagnostic diagnostic) {
      return false;
    }
  }

  private static long number(String identity) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(digest).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256", e);
    }
  }
}
