package org.throughline.figure;

import java.io.Serializable;

/** A 95 % confidence interval, in the unit of its value. */
public record Interval(double low, double high) implements Serializable {}
