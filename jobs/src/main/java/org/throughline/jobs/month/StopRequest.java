package org.throughline.jobs.month;

import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A person's or a scheduler's wish that the run stop. It is granted between two steps; asked a
 * second time, the process ends at once, and the next run resumes all the same.
 */
public final class StopRequest {
  private static final int AT_ONCE = 130;

  private final AtomicBoolean requested = new AtomicBoolean();

  /** Whether somebody asked. */
  public boolean isRequested() {
    return requested.get();
  }

  /** Asks. */
  public void request() {
    requested.set(true);
  }

  /**
   * Takes Ctrl-C and the request to terminate for such a wish. A shutdown hook would come too late:
   * Spark's own hooks end the running step at the same moment. Where this Java has no signals,
   * nothing is done, and Ctrl-C ends the process.
   */
  public void onSignals(Narration narration) {
    for (String name : new String[] {"INT", "TERM"}) {
      handle(
          name,
          () -> {
            if (requested.getAndSet(true)) {
              Runtime.getRuntime().halt(AT_ONCE);
            }
            narration.say("Stopping when this step is done; once more, and it stops at once.");
          });
    }
  }

  // By reflection: javac warns of sun.misc.Signal and lets nobody silence it.
  private static void handle(String name, Runnable action) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object proxy =
          Proxy.newProxyInstance(
              StopRequest.class.getClassLoader(),
              new Class<?>[] {handler},
              (self, method, arguments) ->
                  switch (method.getName()) {
                    case "handle" -> {
                      action.run();
                      yield null;
                    }
                    case "equals" -> self == arguments[0];
                    case "hashCode" -> System.identityHashCode(self);
                    default -> "stop request";
                  });
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
    } catch (ReflectiveOperationException e) {
      // This Java has no such signal: its own handling stays.
      return;
    }
  }
}
