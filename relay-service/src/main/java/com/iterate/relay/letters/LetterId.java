package com.iterate.relay.letters;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.iterate.webkit.RequestBody;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which dead letter: its place in the dead-letter topic, so that it stays the same whenever the view is rebuilt. Written
 * {@code <partition>-<offset>}.
 */
public record LetterId(int partition, long offset) implements Comparable<LetterId> {

    /** Digits that fit: nine into an int, eighteen into a long. */
    public static final String PATTERN = "[0-9]{1,9}-[0-9]{1,18}";

    private static final Pattern ID = Pattern.compile("([0-9]{1,9})-([0-9]{1,18})");

    /** @throws com.iterate.webkit.Problem 422 for what is no id */
    @JsonCreator
    public static LetterId parse(String text) {
        Matcher id = ID.matcher(text);
        if (!id.matches()) {
            throw RequestBody.invalid("id", "must be a dead letter's, such as 3-1207");
        }
        return new LetterId(Integer.parseInt(id.group(1)), Long.parseLong(id.group(2)));
    }

    @Override
    public int compareTo(LetterId other) {
        int byPartition = Integer.compare(partition, other.partition);
        return byPartition != 0 ? byPartition : Long.compare(offset, other.offset);
    }

    @Override
    @JsonValue
    public String toString() {
        return partition + "-" + offset;
    }
}
