package org.throughline.figure;

import java.io.Serializable;
import java.time.YearMonth;
import java.util.OptionalInt;

/**
 * A headline figure of a month that reads otherwise now than when the month was first published:
 * data came late or was corrected, or a definition changed.
 *
 * @param measure its measure's id
 * @param at its horizon
 * @param month the month that it is about
 * @param first its value as first published, a share of 1
 * @param firstOf what that share was of
 * @param now its value in this publication
 * @param nowOf what that share is of
 */
@SuppressWarnings("serial") // an OptionalInt is not serializable; reports are not sent anywhere
public record Restatement(
    String measure,
    OptionalInt at,
    YearMonth month,
    double first,
    long firstOf,
    double now,
    long nowOf)
    implements Serializable {}
