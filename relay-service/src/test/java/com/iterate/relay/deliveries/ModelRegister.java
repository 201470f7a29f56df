package com.iterate.relay.deliveries;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A register in memory that can be away. */
final class ModelRegister implements Register {

    private final List<Page> pages = new ArrayList<>();
    private boolean away;

    @Override
    public CompletionStage<Void> write(Page page) {
        if (away) {
            return CompletableFuture.failedFuture(new IllegalStateException("away"));
        }
        pages.add(page);
        return CompletableFuture.completedFuture(null);
    }

    void goesAway() {
        away = true;
    }

    void comesBack() {
        away = false;
    }

    int writes() {
        return pages.size();
    }

    List<Note> notes() {
        return pages.stream().flatMap(page -> page.notes().stream()).toList();
    }

    List<Page.Mark> marks() {
        return pages.stream().flatMap(page -> page.marks().stream()).toList();
    }

    List<Page.GapMark> gapMarks() {
        return pages.stream().flatMap(page -> page.gapMarks().stream()).toList();
    }
}
