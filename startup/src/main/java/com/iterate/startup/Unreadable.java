package com.iterate.startup;

import io.smallrye.config.ConfigValidationException;
import java.util.List;
import java.util.stream.IntStream;

/** Values that are not what their setting takes, without the names of Java classes and message codes. */
final class Unreadable {

    private Unreadable() {}

    static List<String> faults(ConfigValidationException invalid) {
        return IntStream.range(0, invalid.getProblemCount())
                .mapToObj(i -> invalid.getProblem(i).getMessage())
                .map(Unreadable::plain)
                .distinct()
                .toList();
    }

    private static String plain(String message) {
        return message.replaceAll("\\b[A-Z]{5}[0-9]{5}: ", "")
                .replaceAll("\\b(?:[a-z]+\\.)+[A-Z]\\w*(?:Exception|Error): ", "")
                .replaceAll(
                        "The config property (\\S+) with the config value \"(.*?)\" threw an Exception whilst being converted",
                        "$1 is \"$2\", which cannot be read:")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
