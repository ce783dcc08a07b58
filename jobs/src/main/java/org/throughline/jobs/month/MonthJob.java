package org.throughline.jobs.month;

import java.io.IOException;
import java.time.Clock;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.flow.FlowExecutionStatus;
import org.springframework.batch.core.job.flow.JobExecutionDecider;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.builder.TaskletStepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.throughline.jobs.home.HomeLock;

/** The flow of a month. */
final class MonthJob {
  static final String NAME = "month";
  static final String ALREADY_PUBLISHED = "ALREADY_PUBLISHED";

  /** One step's work; what it leaves for later steps stands in the job's context. */
  @FunctionalInterface
  interface Work {
    void run(JobExecution execution) throws IOException;
  }

  private final JobRepository repository;
  private final StepWatch watch;

  MonthJob(
      JobRepository repository, HomeLock lock, Narration narration, StopRequest stop, Clock clock) {
    this.repository = repository;
    this.watch = new StepWatch(lock, narration, stop, clock);
  }

  Job of(MonthSteps steps) {
    JobExecutionDecider published =
        (execution, step) ->
            new FlowExecutionStatus(steps.isPublished() ? ALREADY_PUBLISHED : "NOT_PUBLISHED");

    return new JobBuilder(NAME, repository)
        .start(step("receive", steps::receive))
        .next(step("curate", steps::curate))
        .next(published)
        .on(ALREADY_PUBLISHED)
        .end(ALREADY_PUBLISHED)
        .from(published)
        .on("*")
        .to(step("measure", steps::measure))
        .next(always("check", steps::check))
        .next(step("publish", steps::publish))
        .next(step("render", steps::render))
        .end()
        .build();
  }

  private Step step(String name, Work work) {
    return builder(name, work).build();
  }

  /** A step that a resumed run takes again: what is accepted may have changed since. */
  private Step always(String name, Work work) {
    return builder(name, work).allowStartIfComplete(true).build();
  }

  private TaskletStepBuilder builder(String name, Work work) {
    return new StepBuilder(name, repository)
        .tasklet(
            (contribution, context) -> {
              work.run(contribution.getStepExecution().getJobExecution());
              return RepeatStatus.FINISHED;
            })
        .listener(watch);
  }
}
