package com.iterate.relay.letters;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Writer;

/** All that is known of each letter, as an object a line: enough to put it back by hand. */
final class JsonLines implements Lines<Look> {

    private final ObjectMapper json;

    JsonLines(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public String mediaType() {
        return "application/x-ndjson";
    }

    @Override
    public String ending() {
        return "ndjson";
    }

    /** The largest letters, decoded and encoded, are half a megabyte each. */
    @Override
    public int atOnce() {
        return 50;
    }

    @Override
    public RowReader<Look> reader() {
        return new LookReader();
    }

    @Override
    public Cursor cursor(Look look) {
        return look.letter().cursor();
    }

    @Override
    public void begin(Writer out) {
        // Every line stands for itself.
    }

    @Override
    public void write(Look revealed, Sight sight, Writer out) throws IOException {
        out.write(json.writeValueAsString(sight == Sight.REVEALED ? revealed : revealed.masked()));
        out.write('\n');
    }
}
