package com.iterate.relay.deliveries;

import java.time.Instant;
import java.util.List;

/** What is written at once. */
record Page(List<Note> notes, List<Mark> marks, List<GapMark> gapMarks) {

    /** All of a partition before an offset was done, or in a gap, at that time. */
    record Mark(int partition, long finished, Instant at) {}

    /** All of a company's answers before an offset were done at that time. */
    record GapMark(int partition, String company, Instant openedAt, long finished, Instant at) {}

    boolean isEmpty() {
        return notes.isEmpty() && marks.isEmpty() && gapMarks.isEmpty();
    }
}
