package org.throughline.figure;

import java.io.Serializable;

/**
 * A tier as a reader knows it.
 *
 * @param code {@code IOP}
 * @param label "Intensive outpatient"
 * @param order of intensity, lowest first
 */
public record TierLabel(String code, String label, int order) implements Serializable {}
