package org.throughline.measure;

import java.io.Serializable;
import java.time.YearMonth;
import org.throughline.episode.FoldRules;
import org.throughline.episode.Tiers;

/**
 * What is to be measured.
 *
 * @param month the reporting month; its last day is the cut
 * @param rules the settings that move figures
 * @param tiers the tiers in use
 * @param seriesMonths months of headline figures that end with the reporting month
 */
public record MeasurePlan(YearMonth month, FoldRules rules, Tiers tiers, int seriesMonths)
    implements Serializable {}
