package org.throughline.figure;

import java.io.Serializable;

/**
 * One day of a curve on which something happened (and day 0).
 *
 * @param day whole days since admission
 * @param atRisk episodes at risk at that day, before its events
 * @param events of the curve's own kind on that day
 * @param censored episodes whose follow-up ends on that day without any exit
 * @param estimate the curve's value after that day's events, a share of 1
 * @param low lower end of the 95 % interval, same unit; equals the estimate where none exists
 * @param high upper end
 */
public record CurvePoint(
    int day, long atRisk, long events, long censored, double estimate, double low, double high)
    implements Serializable {}
