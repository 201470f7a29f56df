package com.iterate.relay.replay;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How dead letters are replayed, by hand and by themselves. */
@ConfigMapping(prefix = "relay.replay")
public interface ReplayConfig {

    /** Of a company's requests, so that its live answers keep four of five. A letter counts as a request, though many share one. */
    @WithDefault("0.2")
    double partOfTheRate();

    /** Letters a second if nobody says another number: ten thousand in three minutes, and nothing for Braze to notice. */
    @WithDefault("50")
    double ratePerSecond();

    /** Of the first ten, the part that may fail if nobody says another number. */
    @WithDefault("0.2")
    double canary();

    /** After so many replays that failed a letter is left alone; by its id it can still be replayed. */
    @WithDefault("3")
    int mostReplays();

    /** Letters that a relay has in its lanes. A crash leaves so many undecided. */
    @WithDefault("500")
    int inHand();

    /** Of one company: an eighth, so that companies that cannot be served leave room for others. */
    @WithDefault("62")
    int inHandOfACompany();

    /** Bytes of those letters: a lane welcomes half of its 4 MiB. */
    @WithDefault("2097152")
    int bytesInHand();

    /** Live answers go first: nothing is fed to a lane that holds more than two full requests. */
    @WithDefault("150")
    int busyFrom();

    /** How often letters are taken while there are any: four times a second keeps lanes even at the highest rate. */
    @WithDefault("250ms")
    Duration tick();

    /** How often it is looked whether there are any: how long another relay's job may go unnoticed. */
    @WithDefault("2s")
    Duration idle();

    /** Letters that are collected, or let go, in one transaction: nobody else writes letters meanwhile. */
    @WithDefault("2000")
    int collectedAtOnce();

    /** After a job is over. A month for whoever asks what it did to which letter; that it was, and whose it was, the audit keeps. */
    @WithDefault("30d")
    Duration kept();

    /** How often jobs older than {@link #kept} are looked for. Nothing waits for it; it keeps the tables small. */
    @WithDefault("1h")
    Duration pruneEvery();

    /** Until the database is asked again after it failed: doubled by chance, never longer. */
    @WithDefault("500ms")
    Duration retry();

    /** Whether letters that a repaired connection can deliver are replayed by themselves. */
    @WithDefault("true")
    boolean auto();

    /** Of one company at a time, all taken in one transaction; the next ones go when these are through. */
    @WithDefault("2000")
    int autoLetters();

    /** How often it is looked whether there are such letters; a changed connection is looked at once. */
    @WithDefault("1m")
    Duration autoEvery();
}
