package org.throughline.jobs.month;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.throughline.figure.Figure;
import org.throughline.figure.MonthReport;
import org.throughline.figure.Result;
import org.throughline.flow.FileOutcome;
import org.throughline.flow.Pinned;
import org.throughline.flow.PublishedTables;
import org.throughline.flow.Receive;
import org.throughline.jobs.Halt;
import org.throughline.jobs.home.Home;
import org.throughline.jobs.settings.Settings;
import org.throughline.lake.Delivery;
import org.throughline.lake.Ledger;
import org.throughline.lake.LedgerReader;
import org.throughline.measure.Estimates;
import org.throughline.measure.MeasurePlan;
import org.throughline.measure.PublicationContext;
import org.throughline.measure.TallySheet;
import org.throughline.report.file.MonthFolder;
import org.throughline.report.file.ReportsIndex;

/** What the steps of a month do. Each does nothing twice. */
final class MonthSteps {
  /** Months of headline figures in a report. */
  static final int SERIES_MONTHS = 24;

  /** Key of the data identity after receiving, in the job's context. */
  static final String DATA = "data";

  private static final String EDITION = "edition";
  private static final String FIGURES = "figures";
  private static final String HIDDEN = "hidden";
  private static final String SAME = "same";

  private final Home home;
  private final Settings settings;
  private final LakeSession session;
  private final MonthRequest request;
  private final Published published;
  private final CheckStep checks;

  MonthSteps(
      Home home,
      Settings settings,
      LakeSession session,
      MonthRequest request,
      Narration narration) {
    this.home = home;
    this.settings = settings;
    this.session = session;
    this.request = request;
    this.published = new Published(home.reports());
    this.checks = new CheckStep(home, settings, request, narration);
  }

  /** Files that were taken before change nothing; a refused file ends the run here. */
  void receive(JobExecution execution) throws IOException {
    List<FileOutcome> outcomes = new ArrayList<>();
    for (Incoming incoming : request.incoming()) {
      outcomes.addAll(session.receive(incoming, request.arrival()));
    }
    ExecutionContext context = execution.getExecutionContext();
    Received.of(outcomes).keep(context);
    context.putString(DATA, ledger().dataIdentity());
    if (!Refusals.of(outcomes).isEmpty()) {
      throw Halt.dataCheck(
          "Nothing was published, since files were refused:\n"
              + Refusals.spelledOut(outcomes)
              + "Correct them and run the same command again; or run the month without --receive to"
              + " publish what was taken.");
    }
  }

  /** Timelines that are up to date stay as they are; without any, there is nothing to publish. */
  void curate(JobExecution execution) {
    Kept kept = Kept.of(session.curate());
    kept.keep(execution.getExecutionContext());
    if (kept.episodes() == 0) {
      throw Halt.dataCheck(
          "Nothing was published, since "
              + home.root()
              + " holds no episode yet. Receive the episodes feed, and run the month again.");
    }
  }

  /**
   * The month as it stands, if it is published from the data and the settings of now, and all that
   * is to be received was taken before. Spark is not needed to tell.
   */
  Optional<MonthResult> standing() throws IOException {
    return isPublished() ? asPublished() : Optional.empty();
  }

  /** The same, also where other data has come since. */
  Optional<MonthResult> standingSinceArrival() throws IOException {
    return published.isUnder(request.month(), settings.published())
        ? asPublished()
        : Optional.empty();
  }

  private Optional<MonthResult> asPublished() throws IOException {
    Ledger ledger = ledger();
    List<FileOutcome> outcomes = new ArrayList<>();
    for (Incoming incoming : request.incoming()) {
      Optional<List<FileOutcome>> unchanged =
          Receive.unchanged(incoming.request(home, settings.limits(), request.arrival()), ledger);
      if (unchanged.isEmpty()) {
        return Optional.empty();
      }
      outcomes.addAll(unchanged.get());
    }
    return Optional.of(
        new MonthResult(
            request.month(),
            MonthResult.Outcome.ALREADY_PUBLISHED,
            published.of(request.month()).map(p -> p.edition()).orElse(0),
            Received.of(outcomes),
            Optional.empty(),
            0,
            0,
            published.page(request.month())));
  }

  /**
   * Whether the month is published from the data and the settings of now, and nobody wants it done
   * again.
   */
  boolean isPublished() {
    try {
      return request.redo() == MonthRequest.Redo.WHERE_NEW
          && published.isCurrent(request.month(), ledger().dataIdentity(), settings.published())
          && !published.isChangedBy(request.accept(), request.month());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Counts; a run that fails later finds the counts in its folder. */
  void measure(JobExecution execution) throws IOException {
    tally(execution).write(session.tally(plan()));
  }

  /** Judges the data; a finding at level stop that nobody has accepted ends the run here. */
  void check(JobExecution execution) throws IOException {
    checks.run(counts(execution), ledger());
  }

  /** Puts figures, curves and outcomes into their tables, in place of those of the edition. */
  void publish(JobExecution execution) throws IOException {
    ExecutionContext context = execution.getExecutionContext();
    int edition = edition(execution);
    context.putInt(EDITION, edition);
    MonthReport report = report(execution, edition);
    long hidden = report.figures().stream().filter(MonthSteps::isHidden).count();
    context.putLong(FIGURES, report.figures().size() - hidden);
    context.putLong(HIDDEN, hidden);
    Pinned pinned = session.publish(report, plan());
    pins(edition).write(pin(report, pinned), counts(execution), home.lake(), pinned.files());
  }

  /**
   * The edition to publish. A month that is done again under the same settings from the same data
   * becomes a new edition only if it comes out otherwise, as under a later version of the program.
   */
  private int edition(JobExecution execution) throws IOException {
    Ledger ledger = ledger();
    String data = ledger.dataIdentity();
    int edition =
        published.edition(
            request.month(),
            data,
            settings.published(),
            checks.findings(counts(execution), ledger));
    if (request.redo() == MonthRequest.Redo.WHERE_NEW
        || !published.isCurrent(request.month(), data, settings.published())) {
      return edition;
    }
    boolean same = MonthFolder.isSame(report(execution, edition), home.reports());
    if (same) {
      execution.getExecutionContext().putString(SAME, "yes");
    }
    return same ? edition : edition + 1;
  }

  private PublicationPin pin(MonthReport report, Pinned pinned) {
    return new PublicationPin(
        plan(),
        report.edition(),
        report.program(),
        report.smallCell(),
        PublishedTables.tag(report.month(), report.edition()),
        pinned.snapshot(),
        report.dataIdentity(),
        ledger().deliveries().stream().mapToInt(Delivery::number).max().orElse(0),
        Published.versions(),
        settings.published(),
        PinFolder.withoutHash(pinned.files()),
        "",
        "");
  }

  private PinFolder pins(int edition) {
    return PinFolder.of(home, request.month(), edition);
  }

  /** Puts the month's folder in place, whole, and lists it in the index of months. */
  void render(JobExecution execution) throws IOException {
    ExecutionContext context = execution.getExecutionContext();
    // a run that was killed just after publishing may have kept its counts, but not this
    int edition = context.containsKey(EDITION) ? context.getInt(EDITION) : edition(execution);
    MonthFolder.write(report(execution, edition), home.reports(), pins(edition)::seal);
    ReportsIndex.write(home.reports());
    tally(execution).discard();
  }

  /** What a run that ended well has done. */
  MonthResult result(JobExecution execution) throws IOException {
    ExecutionContext context = execution.getExecutionContext();
    boolean fresh = !execution.getExitStatus().getExitCode().equals(MonthJob.ALREADY_PUBLISHED);
    return new MonthResult(
        request.month(),
        !fresh
            ? MonthResult.Outcome.ALREADY_PUBLISHED
            : context.containsKey(SAME)
                ? MonthResult.Outcome.SAME_AGAIN
                : MonthResult.Outcome.PUBLISHED,
        published.of(request.month()).map(p -> p.edition()).orElse(0),
        Received.from(context),
        Optional.of(Kept.from(context)),
        context.getLong(FIGURES, 0),
        context.getLong(HIDDEN, 0),
        published.page(request.month()));
  }

  private MonthReport report(JobExecution execution, int edition) throws IOException {
    Ledger ledger = ledger();
    TallySheet sheet = counts(execution);
    return Estimates.estimate(
        sheet,
        plan(),
        new PublicationContext(
            settings.program(),
            edition,
            settings.smallCell(),
            ledger.summaries(),
            checks.findings(sheet, ledger),
            settings.published(),
            ledger.dataIdentity()));
  }

  private MeasurePlan plan() {
    return new MeasurePlan(
        request.month(), settings.rules(), settings.tiers(), SERIES_MONTHS, settings.groups());
  }

  /** The run's counts; made again where they were cleared away. */
  private TallySheet counts(JobExecution execution) throws IOException {
    TallyFile kept = tally(execution);
    if (!kept.isThere()) {
      kept.write(session.tally(plan()));
    }
    return kept.read();
  }

  private TallyFile tally(JobExecution execution) {
    Path folder = home.work().resolve("month-" + execution.getJobInstance().getInstanceId());
    return new TallyFile(folder);
  }

  private Ledger ledger() {
    return LedgerReader.read(home.lake());
  }

  private static boolean isHidden(Figure figure) {
    return figure.result() instanceof Result.Suppressed;
  }
}
