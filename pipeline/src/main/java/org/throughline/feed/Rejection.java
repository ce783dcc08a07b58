package org.throughline.feed;

import java.io.Serializable;

/**
 * Why a row was refused.
 *
 * @param line line in the file on which the row begins, counted from 1
 * @param column canonical name of the column, or empty where the row as a whole is torn
 * @param reason a short phrase that is the same for all rows with this fault, for counting
 * @param detail what to do, with the value where it is a code, date or number; never an identifier
 */
public record Rejection(long line, String column, String reason, String detail)
    implements Serializable {}
