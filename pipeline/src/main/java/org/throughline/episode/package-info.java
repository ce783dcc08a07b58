/**
 * The domain: episodes, their timelines, exits, family involvement and weeks of sobriety. Plain
 * Java, no engine.
 */
@NullMarked
package org.throughline.episode;

import org.jspecify.annotations.NullMarked;
