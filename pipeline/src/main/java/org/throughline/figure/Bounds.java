package org.throughline.figure;

import java.io.Serializable;

/** What the figure would be if missing weeks were read by the other two rules: lowest, highest. */
public record Bounds(double low, double high) implements Serializable {}
