package org.throughline.sampledata.simulator;

/** Where rows go: the files of all months, sites and feeds. */
interface Deliveries {

  /** Adds a sound row to a month's file; months count from 0. */
  void add(int month, Site site, FeedRow row);

  /**
   * Adds a row with a fault, unless the file has too many of them already: a file with many
   * rejected rows would stop the whole run, which is not what a little dirt is for.
   *
   * @return whether it was added
   */
  boolean addFaulty(int month, Site site, FeedRow row, DirtKind kind);
}
