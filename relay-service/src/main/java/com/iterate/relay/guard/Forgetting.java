package com.iterate.relay.guard;

import com.iterate.relay.guard.Remembering.Person;
import com.iterate.relay.lanes.Loop;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Has those people leave memory whom the table has forgotten: asks for some after the other, and for nobody who changes meanwhile. */
final class Forgetting {

    /** In one question: a list that PostgreSQL answers within some ten milliseconds. */
    private static final int AT_ONCE = 2000;

    private final Loop loop;
    private final GuardLedger ledger;
    private final GuardSignals signals;
    private final Predicate<PersonKey> isBeingWritten;
    private final Consumer<Person> leave;
    private final Deque<Person> unasked = new ArrayDeque<>();

    /** Since the question that is under way was asked. */
    private final Set<PersonKey> changed = new HashSet<>();

    private boolean asking;

    Forgetting(
            Loop loop,
            GuardLedger ledger,
            GuardSignals signals,
            Predicate<PersonKey> isBeingWritten,
            Consumer<Person> leave) {
        this.loop = loop;
        this.ledger = ledger;
        this.signals = signals;
        this.isBeingWritten = isBeingWritten;
        this.leave = leave;
    }

    /** Nothing happens while the last look goes on. */
    void look(Collection<Person> people) {
        if (!asking) {
            unasked.addAll(people);
            ask();
        }
    }

    /** Whatever the table says of this person is old. */
    void changed(PersonKey person) {
        if (asking) {
            changed.add(person);
        }
    }

    private void ask() {
        List<Person> some = new ArrayList<>();
        while (some.size() < AT_ONCE && !unasked.isEmpty()) {
            Person next = unasked.removeFirst();
            if (!isBeingWritten.test(next.key())) {
                some.add(next);
            }
        }
        if (some.isEmpty()) {
            return;
        }
        asking = true;
        ledger.forgotten(some.stream().map(Person::key).toList())
                .whenComplete((gone, failure) -> loop.execute(() -> answered(some, gone, failure)));
    }

    private void answered(List<Person> asked, @Nullable Set<PersonKey> gone, @Nullable Throwable failure) {
        asking = false;
        if (failure != null || gone == null) {
            signals.guardCouldNotReach(failure == null ? new IllegalStateException("no answer") : failure);
            unasked.clear();
        } else {
            asked.stream()
                    .filter(person -> gone.contains(person.key()) && !changed.contains(person.key()))
                    .forEach(leave);
        }
        changed.clear();
        ask();
    }
}
