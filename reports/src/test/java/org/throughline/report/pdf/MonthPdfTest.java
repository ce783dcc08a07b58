package org.throughline.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.figure.MonthReport;
import org.throughline.report.page.HardMonths;
import org.throughline.report.page.MonthPage;
import org.throughline.report.page.PageModel;
import org.throughline.report.page.SampleReport;
import org.verapdf.core.EncryptedPdfException;
import org.verapdf.core.ModelParsingException;
import org.verapdf.core.ValidationException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

class MonthPdfTest {

  private static final MonthReport JUNE = SampleReport.june2025();
  private static final PageModel PAGE = MonthPage.model(JUNE);
  private static final Map<Paper, byte[]> FILES = new TreeMap<>();

  @BeforeAll
  static void print() {
    VeraGreenfieldFoundryProvider.initialise();
    for (Paper paper : Paper.values()) {
      FILES.put(paper, MonthPdf.of(JUNE, PAGE, paper));
    }
  }

  private static PDDocument open(Paper paper) throws IOException {
    return Loader.loadPDF(FILES.getOrDefault(paper, new byte[0]));
  }

  private static String text(PDDocument pdf, int from, int to) throws IOException {
    PDFTextStripper stripper = new PDFTextStripper();
    stripper.setSortByPosition(true);
    stripper.setStartPage(from);
    stripper.setEndPage(to);
    return plain(stripper.getText(pdf));
  }

  /**
   * Without spaces: where a line ends, and how words are parted, is no matter of the text. The
   * fonts draw U+2019 and U+02BC by one glyph, which is read back as the latter.
   */
  private static String plain(String text) {
    return text.replace('\u00a0', ' ').replace('\u02bc', '\u2019').replaceAll("\\s+", "");
  }

  @ParameterizedTest
  @EnumSource
  void itIsValidPdfUa(Paper paper) throws Exception {
    assertThat(violations(FILES.getOrDefault(paper, new byte[0]))).isEmpty();
  }

  private static List<String> violations(byte[] file)
      throws ModelParsingException, EncryptedPdfException, ValidationException, IOException {
    PDFAFlavour ua = PDFAFlavour.PDFUA_1;
    try (PDFAParser parser =
            Foundries.defaultInstance().createParser(new ByteArrayInputStream(file), ua);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(ua, false)) {
      return validator.validate(parser).getTestAssertions().stream()
          .filter(a -> a.getStatus() == TestAssertion.Status.FAILED)
          .map(a -> a.getRuleId().getClause() + ": " + a.getMessage())
          .distinct()
          .toList();
    }
  }

  @Test
  void theValidatorFindsAFileThatIsNotTagged() throws Exception {
    try (PDDocument pdf = open(Paper.A4)) {
      pdf.getDocumentCatalog().getCOSObject().removeItem(COSName.STRUCT_TREE_ROOT);
      java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
      pdf.save(bytes);
      assertThat(violations(bytes.toByteArray())).isNotEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void theSameReportGivesTheSameBytes(Paper paper) {
    assertThat(MonthPdf.of(JUNE, MonthPage.model(JUNE), paper)).isEqualTo(FILES.get(paper));
  }

  @Test
  void theFileBearsTheDayOfTheCut() throws IOException {
    try (PDDocument pdf = open(Paper.A4)) {
      assertThat(pdf.getDocumentInformation().getCreationDate().toInstant())
          .isEqualTo(JUNE.cut().atStartOfDay(java.time.ZoneOffset.UTC).toInstant());
      assertThat(pdf.getDocumentInformation().getModificationDate().toInstant())
          .isEqualTo(pdf.getDocumentInformation().getCreationDate().toInstant());
    }
  }

  @ParameterizedTest
  @EnumSource
  void pagesAreOfThePaperAndNotMany(Paper paper) throws IOException {
    try (PDDocument pdf = open(paper)) {
      assertThat(pdf.getNumberOfPages()).isBetween(12, 40);
      for (PDPage page : pdf.getPages()) {
        assertThat((double) page.getMediaBox().getWidth())
            .isBetween(paper == Paper.A4 ? 595.0 : 611.5, paper == Paper.A4 ? 595.6 : 612.5);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyFontIsEmbedded(Paper paper) throws IOException {
    try (PDDocument pdf = open(paper)) {
      List<String> fonts = new ArrayList<>();
      for (PDPage page : pdf.getPages()) {
        PDResources resources = page.getResources();
        for (COSName name : resources.getFontNames()) {
          PDFont font = resources.getFont(name);
          assertThat(font.isEmbedded()).as(font.getName()).isTrue();
          fonts.add(font.getName());
        }
      }
      assertThat(fonts).anyMatch(f -> f.contains("SourceSerif4"));
      assertThat(fonts).allMatch(f -> f.contains("SourceS"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void itIsTaggedAndSaysItsLanguageAndTitle(Paper paper) throws IOException {
    try (PDDocument pdf = open(paper)) {
      assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(pdf.getDocumentCatalog().getLanguage()).startsWith("en");
      assertThat(pdf.getDocumentCatalog().getViewerPreferences().displayDocTitle()).isTrue();
      assertThat(pdf.getDocumentInformation().getTitle()).contains(JUNE.program());
    }
  }

  @ParameterizedTest
  @EnumSource
  void firstPageHoldsTitleSentencesAndCards(Paper paper) throws IOException {
    try (PDDocument pdf = open(paper)) {
      String first = text(pdf, 1, 1);
      assertThat(first).contains("June2025", plain(JUNE.program()), "Howcompletethedatais");
      PAGE.sentences().forEach(s -> assertThat(first).contains(plain(s.plain())));
      PAGE.cards().forEach(c -> assertThat(first).contains(plain(c.shown().value())));
      assertThat(first).contains("page1of" + pdf.getNumberOfPages());
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyWordOfThePageIsThere(Paper paper) throws IOException {
    try (PDDocument pdf = open(paper)) {
      String all = text(pdf, 1, pdf.getNumberOfPages());
      for (PageModel.Section section : PAGE.sections()) {
        assertThat(all).contains(plain(section.heading()));
        section.finding().forEach(f -> assertThat(all).contains(plain(f.plain()).strip()));
        for (PageModel.Block block : section.blocks()) {
          if (block instanceof PageModel.Plot plot) {
            assertThat(all).contains(plain(plot.number() + ". " + plot.heading()));
            assertThat(all).contains(plain("Chart " + plot.number() + ". " + plot.heading()));
          }
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void laterPagesHaveARunningHead(Paper paper) throws IOException {
    try (PDDocument pdf = open(paper)) {
      int last = pdf.getNumberOfPages();
      for (int page = 2; page <= last; page++) {
        assertThat(text(pdf, page, page))
            .contains(plain(PAGE.title().runningHead()), "Edition1", "page" + page + "of" + last);
      }
    }
  }

  @Test
  void theOutlineNamesEverySection() throws IOException {
    try (PDDocument pdf = open(Paper.A4)) {
      List<String> titles = new ArrayList<>();
      for (PDOutlineItem item : pdf.getDocumentCatalog().getDocumentOutline().children()) {
        titles.add(item.getTitle());
      }
      assertThat(titles).containsAll(PAGE.sections().stream().map(s -> s.heading()).toList());
    }
  }

  @Test
  void theContentsGiveThePagesWhereSectionsBegin() throws IOException {
    try (PDDocument pdf = open(Paper.A4)) {
      String front = text(pdf, 1, 2);
      for (PageModel.Section section : PAGE.sections()) {
        if (section.finding().isEmpty()) {
          continue;
        }
        int begins = 0;
        for (int page = 2; page <= pdf.getNumberOfPages() && begins == 0; page++) {
          String finding = plain(section.finding().get(0).plain()).strip();
          begins = text(pdf, page, page).contains(finding) ? page : 0;
        }
        assertThat(front)
            .containsPattern(
                java.util.regex.Pattern.quote(plain(section.heading()))
                    + "\\.+"
                    + begins
                    + "(?!\\d)");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"no-admissions", "single-client", "forty-sites", "all-suppressed", "missing-feed"})
  void hardMonthsArePrintedToo(String name) throws Exception {
    MonthReport report = HardMonths.ALL.getOrDefault(name, SampleReport::june2025).get();
    byte[] file = MonthPdf.of(report, MonthPage.model(report));
    assertThat(violations(file)).isEmpty();
    try (PDDocument pdf = Loader.loadPDF(file)) {
      assertThat(text(pdf, 1, pdf.getNumberOfPages()))
          .doesNotContain("NaN")
          .doesNotContain("null")
          .doesNotContain("Optional");
      assertThat(pdf.getNumberOfPages()).isLessThan(60);
    }
  }

  /** A kind of block that the paper's template does not know would be left out in silence. */
  @Test
  void theTemplateKnowsEveryKindOfBlock() throws IOException {
    String template = resource("/page/paper.html");
    for (Class<?> kind : PageModel.Block.class.getPermittedSubclasses()) {
      assertThat(template)
          .contains(
              "th:case=\"'" + kind.getSimpleName().toLowerCase(java.util.Locale.ROOT) + "'\"");
    }
  }

  @Test
  void theFixedSentencesAreThoseOfThePage() throws IOException {
    String page = resource("/page/month.html");
    String paper = resource("/page/paper.html");
    for (String name : List.of("side", "key")) {
      String sentence = page.replaceAll("(?s).*(<p class=\"" + name + "\".*?</p>).*", "$1");
      assertThat(sentence).startsWith("<p class");
      assertThat(paper).contains(sentence);
    }
  }

  private static String resource(String path) throws IOException {
    try (java.io.InputStream in = MonthPdfTest.class.getResourceAsStream(path)) {
      assertThat(in).isNotNull();
      return new String(
          java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
