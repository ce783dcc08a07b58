package org.throughline.jobs.month;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.InvalidJobParametersException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobExecutionAlreadyRunningException;
import org.springframework.batch.core.launch.JobInstanceAlreadyCompleteException;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.launch.JobRestartException;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.throughline.jobs.Halt;
import org.throughline.jobs.home.Home;
import org.throughline.jobs.home.HomeLock;
import org.throughline.jobs.settings.Settings;
import org.throughline.lake.LedgerReader;

/**
 * Runs months, and resumes what failed or was stopped.
 *
 * <p>A run is known by its month, by what it was told to receive, and by its settings. The latest
 * run that is known by the same and did not come to its end is resumed at the step where it ended,
 * provided that the data is still that of its last step; else a new run begins, unless the month is
 * published from the same data and nothing is new. A new run repeats nothing either: files and
 * timelines that are there are left.
 */
public final class MonthRuns {
  private static final Logger LOG = LoggerFactory.getLogger(MonthRuns.class);
  private static final int LOOK_BACK = 50;
  private static final String NOTHING_YET = "";

  private final Home home;
  private final Settings settings;
  private final LakeSession session;
  private final JobRepository repository;
  private final JobOperator operator;
  private final HomeLock lock;
  private final Narration narration;
  private final StopRequest stop;
  private final Clock clock;

  public MonthRuns(
      Home home,
      Settings settings,
      LakeSession session,
      JobRepository repository,
      JobOperator operator,
      HomeLock lock,
      Narration narration,
      StopRequest stop,
      Clock clock) {
    this.home = home;
    this.settings = settings;
    this.session = session;
    this.repository = repository;
    this.operator = operator;
    this.lock = lock;
    this.narration = narration;
    this.stop = stop;
    this.clock = clock;
  }

  /**
   * Runs a month to its end, or resumes it.
   *
   * @throws Halt if a data check stopped it, if it was stopped on request, or if it failed
   */
  public MonthResult run(MonthRequest request) throws IOException {
    MonthSteps steps = new MonthSteps(home, settings, session, request, narration);
    MonthJob job = new MonthJob(repository, lock, narration, stop, clock);
    Optional<JobParameters> resumed = resumed(request);
    Optional<MonthResult> standing = resumed.isPresent() ? Optional.empty() : steps.standing();
    if (standing.isPresent()) {
      return standing.get();
    }
    session.begin();
    if (resumed.isPresent()) {
      narration.say("Resuming the run of " + request.month() + " that ended early.");
    }
    JobParameters parameters = resumed.orElseGet(() -> fresh(request));
    JobExecution execution;
    try {
      execution = operator.start(job.of(steps), parameters);
    } catch (JobInstanceAlreadyCompleteException
        | JobExecutionAlreadyRunningException
        | InvalidJobParametersException
        | JobRestartException e) {
      throw Halt.failed("The job repository refused the run: " + e.getMessage(), e);
    }
    if (execution.getStatus() == BatchStatus.COMPLETED) {
      return steps.result(execution);
    }
    throw ending(request, execution);
  }

  /**
   * The month as it was published under the settings of now, if all that is to be received was
   * taken before, whatever else has come since; empty where it is still to be run.
   */
  public Optional<MonthResult> standing(MonthRequest request) throws IOException {
    return resumed(request).isPresent()
        ? Optional.empty()
        : new MonthSteps(home, settings, session, request, narration).standingSinceArrival();
  }

  private JobParameters fresh(MonthRequest request) {
    return identity(request)
        .addString("started", clock.instant().toString())
        .addString(MonthSteps.DATA, LedgerReader.read(home.lake()).dataIdentity(), false)
        .toJobParameters();
  }

  private JobParametersBuilder identity(MonthRequest request) {
    try {
      return new JobParametersBuilder()
          .addString("month", request.month().toString())
          .addString("files", request.fingerprint())
          .addString("redo", request.redo().name())
          .addString("settings", MonthRequest.sha256(settings.published().toString()));
    } catch (IOException e) {
      throw Halt.usage("--receive: " + e.getMessage() + " cannot be read.");
    }
  }

  private Optional<JobParameters> resumed(MonthRequest request) {
    JobParameters wanted = identity(request).toJobParameters();
    String data = LedgerReader.read(home.lake()).dataIdentity();
    for (JobInstance instance : repository.getJobInstances(MonthJob.NAME, 0, LOOK_BACK)) {
      JobExecution last = repository.getLastJobExecution(instance);
      if (last == null || !isSame(last.getJobParameters(), wanted)) {
        continue;
      }
      if (last.getStatus() == BatchStatus.COMPLETED || last.getStatus() == BatchStatus.ABANDONED) {
        return Optional.empty();
      }
      if (last.isRunning()) {
        // This process holds the home's lock, so whoever ran this is gone.
        operator.recover(last);
      }
      if (!data.equals(dataOf(last))) {
        return Optional.empty();
      }
      return Optional.of(last.getJobParameters());
    }
    return Optional.empty();
  }

  /** Whether all that is wanted has the same value; parameters are equal by name alone. */
  static boolean isSame(JobParameters found, JobParameters wanted) {
    return wanted.parameters().stream()
        .allMatch(p -> p.value().toString().equals(found.getString(p.name())));
  }

  private static String dataOf(JobExecution execution) {
    String before = execution.getJobParameters().getString(MonthSteps.DATA, NOTHING_YET);
    return execution.getExecutionContext().getString(MonthSteps.DATA, String.valueOf(before));
  }

  private Halt ending(MonthRequest request, JobExecution execution) {
    if (execution.getStatus() == BatchStatus.STOPPED) {
      return Halt.stopped(
          "Stopped on request. The same command resumes the run of " + request.month() + ".");
    }
    List<Throwable> failures = execution.getAllFailureExceptions();
    for (Throwable failure : failures) {
      if (failure instanceof Halt halt) {
        return halt;
      }
    }
    failures.forEach(failure -> LOG.error("month {}", request.month(), failure));
    String step =
        execution.getStepExecutions().stream()
            .filter(s -> s.getStatus() != BatchStatus.COMPLETED)
            .map(StepExecution::getStepName)
            .findFirst()
            .orElse("run");
    Throwable first = failures.isEmpty() ? new IllegalStateException("no cause") : failures.get(0);
    return Halt.failed(
        "The step "
            + step
            + " failed: "
            + Cause.inOneSentence(first)
            + "\nThe same command resumes there. Log: "
            + home.logFile(),
        first);
  }
}
