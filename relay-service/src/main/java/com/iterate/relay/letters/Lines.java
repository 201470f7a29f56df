package com.iterate.relay.letters;

import java.io.IOException;
import java.io.Writer;

/** A file of letters, a line each. */
interface Lines<T> {

    String mediaType();

    /** The file's ending. */
    String ending();

    /** Letters that are held in memory. */
    int atOnce();

    RowReader<T> reader();

    Cursor cursor(T letter);

    void begin(Writer out) throws IOException;

    void write(T letter, Sight sight, Writer out) throws IOException;
}
