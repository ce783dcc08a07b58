package org.throughline.figure;

import java.io.Serializable;
import java.util.Optional;

/**
 * What a data check found, as it is published: it tells no number of 1 to 10 that could be about
 * people.
 *
 * @param check the check's id
 * @param level what follows from it
 * @param place where
 * @param sentence what was found and what to do
 * @param acceptance who decided to publish all the same, where somebody did; at level stop somebody
 *     always has
 */
@SuppressWarnings("serial") // an Optional is not serializable; reports are not sent anywhere
public record Finding(
    String check, FindingLevel level, Place place, String sentence, Optional<Acceptance> acceptance)
    implements Serializable {}
