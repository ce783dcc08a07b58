package org.throughline.lake;

import java.io.Serializable;

/**
 * A later row that answers one that was set aside: it was received in its place.
 *
 * @param delivery with which the answer came
 * @param rejectedDelivery with which the row came that was set aside
 * @param rejectedLine its line
 */
public record Answer(int delivery, int rejectedDelivery, long rejectedLine)
    implements Serializable {}
