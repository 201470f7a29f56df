package com.iterate.relay.delivery;

import com.iterate.relay.deadletters.Reason;
import java.util.Arrays;
import java.util.List;

/** The one place that says what each reason means and what to do about it: pages show it, and the runbook links to it. */
final class Reasons {

    private Reasons() {}

    static List<ReasonText> all() {
        return Arrays.stream(Reason.values()).map(Reasons::of).toList();
    }

    /** @param code a reason's name, or one that another version of the relay wrote */
    static ReasonText of(String code) {
        return Arrays.stream(Reason.values())
                .filter(known -> known.name().equals(code))
                .findFirst()
                .map(Reasons::of)
                .orElseGet(() -> new ReasonText(
                        code,
                        "Unknown reason",
                        "Another version of the relay, or another program, wrote this letter.",
                        "Read what was said about it and its headers; bring all relays to the same version.",
                        "A replay tries it like any other letter."));
    }

    private static ReasonText of(Reason reason) {
        return switch (reason) {
            case UNREADABLE ->
                text(
                        reason,
                        "Not readable",
                        "The record on the topic of answers is not one that the relay understands, so that nobody knows"
                                + " whose it is.",
                        "Look at the position that is named, correct the service that published it, and let that"
                                + " publish the answer again. Then discard this letter.",
                        "A replay cannot help: the bytes stay as they are.");
            case WRONG_KEY ->
                text(
                        reason,
                        "Key does not fit",
                        "The key names another company or person than the content does, or the record lies in another"
                                + " partition than its key says. Its order among the person's answers cannot be kept.",
                        "Correct the publisher: the key is <company>|braze:<id> or <company>|external:<id>, the"
                                + " partitioner is murmur2. Let it publish again, then discard this letter.",
                        "A replay cannot help: the key stays as it is.");
            case UNKNOWN_COMPANY ->
                text(
                        reason,
                        "Company not known",
                        "No company of this name has been created, so there is no Braze workspace to deliver to.",
                        "Create the company and connect it to Braze, or correct the publisher if the name is misspelt.",
                        "Once the company is connected, its letters are replayed by themselves.");
            case INVALID_ATTRIBUTE ->
                text(
                        reason,
                        "Attribute name not allowed",
                        "The answer's attribute would overwrite a field of the Braze profile, or Braze would cut its"
                                + " name.",
                        "Give the question another attribute name (Send survey, Integrations, Braze, Customize user"
                                + " attribute names). That concerns new answers.",
                        "Replay these letters under the new name: the replay asks for old and new names.");
            case REJECTED ->
                text(
                        reason,
                        "Rejected by Braze",
                        "Braze refused this answer, alone in its request. Other answers of the company were not"
                                + " touched by that.",
                        "Read Braze's words: they say which rule the answer breaks. Correct it at its root, such as the"
                                + " API key's permissions, the attribute's data type in Braze, or its name.",
                        "Afterwards replay. Try a few first: if Braze still says no, the replay stops.");
            case BRAZE_ERROR ->
                text(
                        reason,
                        "Braze failed on it",
                        "Braze kept answering this one with an error of its own while others of the company passed.",
                        "Usually nothing is wrong with the answer. If a replay fails again, ask Braze's support and"
                                + " tell them the time and the status.",
                        "Replay after an hour.");
            case EXPIRED ->
                text(
                        reason,
                        "Waited too long",
                        "The answer waited until Kafka was about to delete it, because the company's Braze connection"
                                + " could not be used.",
                        "Correct the company's Braze connection in the settings.",
                        "Once the connection works, its letters are replayed by themselves; newer answers are never"
                                + " overwritten.");
            case EXPIRED_IN_GAP ->
                text(
                        reason,
                        "Waited too long while its company was skipped",
                        "The company could not be served for so long that Kafka was about to delete what waited for it"
                                + " in the log.",
                        "Correct the company's Braze connection in the settings.",
                        "Once the connection works, its letters are replayed by themselves; newer answers are never"
                                + " overwritten.");
        };
    }

    private static ReasonText text(Reason reason, String title, String meaning, String todo, String repairs) {
        return new ReasonText(reason.name(), title, meaning, todo, repairs);
    }
}
