package org.throughline.figure;

import java.io.Serializable;
import java.time.Instant;

/**
 * Somebody's decision to publish in spite of a finding.
 *
 * @param by the operating system's name of the user who decided
 * @param at when
 * @param reason why, in that user's words
 */
public record Acceptance(String by, Instant at, String reason) implements Serializable {}
