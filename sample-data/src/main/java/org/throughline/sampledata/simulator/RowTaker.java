package org.throughline.sampledata.simulator;

import java.util.List;

/** Takes rows as they would be delivered. */
public interface RowTaker {

  /**
   * Takes a row. Of several with one key that of the latest month stands, of one month the last
   * taken.
   *
   * @param month of the delivery, from 0
   * @param feed that it belongs to
   * @param cells in the order of {@link Feed#columns()}; dates in ISO form, empty where blank
   * @param withdrawn whether the row takes an earlier one back
   */
  void row(int month, Feed feed, List<String> cells, boolean withdrawn);
}
