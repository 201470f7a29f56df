package com.iterate.relay.deliveries;

import com.iterate.relay.deliveries.Page.GapMark;
import com.iterate.relay.deliveries.Page.Mark;
import com.iterate.relay.deliveries.Progress.InGap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How far each partition, and each gap in it, has come since that was last taken down. Of each only the newest waits. */
final class Marks {

    /** One gap. */
    private record Gap(int partition, String company, Instant openedAt) {

        boolean isOfTheSameCompanyAs(Gap other) {
            return partition == other.partition && company.equals(other.company);
        }
    }

    private final Map<Integer, Long> marked = new HashMap<>();
    private final Map<Gap, Long> markedGaps = new HashMap<>();
    private Map<Integer, Mark> waiting = new LinkedHashMap<>();
    private Map<Gap, GapMark> waitingGaps = new LinkedHashMap<>();

    void look(Progress progress, Instant now) {
        marked.keySet().retainAll(progress.finished().keySet());
        progress.finished().forEach((partition, finished) -> {
            if (!finished.equals(marked.put(partition, finished))) {
                waiting.put(partition, new Mark(partition, finished, now));
            }
        });
        Set<Gap> open = new HashSet<>();
        for (InGap gap : progress.gaps()) {
            Gap key = new Gap(gap.partition(), gap.company(), gap.openedAt());
            open.add(key);
            mark(key, gap.finished(), now);
        }
        close(open, progress, now);
    }

    /**
     * A gap that is over lets the live reader's offset stand for it. One that was opened anew, under a new time, goes on as another:
     * what was still open of it is that one's.
     */
    private void close(Set<Gap> open, Progress progress, Instant now) {
        for (Gap gap : List.copyOf(markedGaps.keySet())) {
            if (!open.contains(gap)) {
                Long finished = progress.finished().get(gap.partition());
                if (finished != null && open.stream().noneMatch(gap::isOfTheSameCompanyAs)) {
                    mark(gap, finished, now);
                }
                markedGaps.remove(gap);
            }
        }
    }

    private void mark(Gap gap, long finished, Instant now) {
        Long before = markedGaps.put(gap, finished);
        if (before == null || before != finished) {
            waitingGaps.put(gap, new GapMark(gap.partition(), gap.company(), gap.openedAt(), finished, now));
        }
    }

    Page takeWith(List<Note> notes) {
        Page page = new Page(notes, new ArrayList<>(waiting.values()), new ArrayList<>(waitingGaps.values()));
        waiting = new LinkedHashMap<>();
        waitingGaps = new LinkedHashMap<>();
        return page;
    }

    void putBack(Page page) {
        page.marks().forEach(mark -> waiting.putIfAbsent(mark.partition(), mark));
        page.gapMarks()
                .forEach(mark ->
                        waitingGaps.putIfAbsent(new Gap(mark.partition(), mark.company(), mark.openedAt()), mark));
    }

    boolean isEmpty() {
        return waiting.isEmpty() && waitingGaps.isEmpty();
    }
}
