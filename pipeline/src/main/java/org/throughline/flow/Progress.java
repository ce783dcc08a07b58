package org.throughline.flow;

/** Told how the work goes on. */
public interface Progress {
  /** A step begins. */
  void step(String name);

  /**
   * Rows were dealt with.
   *
   * @param what which rows: "check-ins parsed"
   * @param rows how many
   * @param seconds in how long
   */
  void rows(String what, long rows, double seconds);

  /** Nobody listens. */
  Progress SILENT =
      new Progress() {
        @Override
        public void step(String name) {}

        @Override
        public void rows(String what, long rows, double seconds) {}
      };
}
