package org.throughline.jobs.month;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.throughline.jobs.home.HomeLock;

/**
 * Stands at each step's door: tells a person, marks the lock, and stops the run if it was asked.
 */
final class StepWatch implements StepExecutionListener {
  private final HomeLock lock;
  private final Narration narration;
  private final StopRequest stop;
  private final Clock clock;
  private final Map<Long, Instant> begun = new HashMap<>();

  StepWatch(HomeLock lock, Narration narration, StopRequest stop, Clock clock) {
    this.lock = lock;
    this.narration = narration;
    this.stop = stop;
    this.clock = clock;
  }

  @Override
  public void beforeStep(StepExecution execution) {
    if (stop.isRequested()) {
      // Batch checks this before the step's work begins, and marks the run as stopped.
      execution.setTerminateOnly();
      return;
    }
    begun.put(execution.getId(), clock.instant());
    narration.begun(execution.getStepName());
    try {
      lock.at(execution.getStepName());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public @Nullable ExitStatus afterStep(StepExecution execution) {
    Instant since = begun.remove(execution.getId());
    if (since != null && execution.getStatus() == BatchStatus.COMPLETED) {
      double seconds = Duration.between(since, clock.instant()).toMillis() / 1000.0;
      narration.ended(seconds);
    }
    return null;
  }
}
