package com.iterate.relay.guard;

import com.iterate.relay.lanes.Age;
import com.iterate.relay.lanes.Loop;
import com.iterate.relay.lanes.OrderGuard;
import com.iterate.relay.lanes.Parcel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The guarded people of the partitions that this relay owns. Every method is called on the loop. */
public final class Guard implements OrderGuard {

    /** Of one partition: by company, since most have nobody who is guarded, and then no record pays for looking somebody up. */
    private record Guarded(Map<String, Map<PersonKey, Map<String, Age>>> companies) {

        Map<PersonKey, Map<String, Age>> of(String company) {
            return companies.getOrDefault(company, Map.of());
        }

        void add(GuardRow row) {
            Map<String, Age> known = companies
                    .computeIfAbsent(row.company(), company -> new HashMap<>())
                    .getOrDefault(row.person(), Map.of());
            companies.get(row.company()).put(row.person(), newest(known, row.sent()));
        }

        void remove(Remembering.Person person) {
            Optional.ofNullable(companies.get(person.company())).ifPresent(people -> people.remove(person.key()));
            if (of(person.company()).isEmpty()) {
                companies.remove(person.company());
            }
        }

        int people() {
            return companies.values().stream().mapToInt(Map::size).sum();
        }

        Stream<Remembering.Person> all(int partition) {
            return companies.entrySet().stream().flatMap(company -> company.getValue().keySet().stream()
                    .map(person -> new Remembering.Person(person, partition, company.getKey())));
        }
    }

    private final Loop loop;
    private final GuardLedger ledger;
    private final Supplier<Duration> retryAfter;
    private final GuardSignals signals;
    private final Remembering remembering;
    private final Forgetting forgetting;
    private final Map<Integer, Guarded> partitions = new HashMap<>();

    /** Taken over and not known yet, with what is to happen then. */
    private final Map<Integer, Runnable> unknown = new HashMap<>();

    /** @param retryAfter never the same twice: relays that lost their database together should not all come back at once */
    public Guard(Loop loop, GuardLedger ledger, Supplier<Duration> retryAfter, GuardSignals signals) {
        this.loop = loop;
        this.ledger = ledger;
        this.retryAfter = retryAfter;
        this.signals = signals;
        this.remembering = new Remembering(loop, ledger, retryAfter, signals, this::row);
        this.forgetting = new Forgetting(loop, ledger, signals, remembering::isPending, this::leave);
    }

    /** @param known runs once everybody who is guarded there is known; never if the partition leaves before */
    public void takeOver(int partition, Runnable known) {
        partitions.put(partition, new Guarded(new HashMap<>()));
        unknown.put(partition, known);
        load(partition, known);
    }

    /** Until then nobody else can own the partitions, so that what is written is what their owner knows. */
    public void inTouchUntil(Instant until) {
        remembering.inTouchUntil(until);
    }

    /** Completes once all that was told of these partitions is remembered. */
    public CompletionStage<Void> settled(Set<Integer> leaving) {
        return remembering.settled(leaving);
    }

    public void forget(Set<Integer> leaving) {
        partitions.keySet().removeAll(leaving);
        unknown.keySet().removeAll(leaving);
        remembering.forget(leaving);
    }

    /** How many, in the partitions that this relay owns. */
    int people() {
        return partitions.values().stream().mapToInt(Guarded::people).sum();
    }

    /** Whom the table has forgotten leaves memory as well, within moments. */
    void forgetWhomNobodyRemembers() {
        List<Remembering.Person> people = new ArrayList<>();
        partitions.forEach((partition, guarded) -> guarded.all(partition).forEach(people::add));
        forgetting.look(people);
    }

    private void leave(Remembering.Person person) {
        Optional.ofNullable(partitions.get(person.partition())).ifPresent(guarded -> guarded.remove(person));
    }

    @Override
    public Optional<Age> newest(Parcel parcel, String attribute) {
        return sentTo(parcel).map(sent -> sent.get(attribute));
    }

    @Override
    public void sent(Parcel parcel, String attribute) {
        sentTo(parcel).ifPresent(sent -> {
            Age before = sent.get(attribute);
            if (before == null || before.compareTo(parcel.age()) < 0) {
                add(parcel, Map.of(attribute, parcel.age()));
            }
        });
    }

    @Override
    public void begin(Parcel parcel, Map<String, Age> sent) {
        add(parcel, sent);
    }

    /** As {@link #begin} for somebody who is guarded already in all likelihood, and then nothing has to be written. */
    public void expect(Parcel parcel) {
        if (sentTo(parcel).isEmpty()) {
            add(parcel, Map.of());
        }
    }

    @Override
    public void remember(Parcel parcel, Runnable then) {
        if (remembering.isIdle()) {
            then.run();
        } else {
            remembering.whenDone(personOf(parcel), then);
        }
    }

    @Override
    public boolean isIdle() {
        return remembering.isIdle();
    }

    private void add(Parcel parcel, Map<String, Age> sent) {
        int partition = parcel.original().partition();
        Guarded guarded = partitions.get(partition);
        if (guarded != null) {
            PersonKey person = personOf(parcel);
            guarded.add(new GuardRow(person, partition, parcel.event().companyId(), sent));
            forgetting.changed(person);
            remembering.changed(
                    new Remembering.Person(person, partition, parcel.event().companyId()));
        }
    }

    private Optional<Map<String, Age>> sentTo(Parcel parcel) {
        Guarded guarded = partitions.get(parcel.original().partition());
        if (guarded == null || guarded.companies().isEmpty()) {
            return Optional.empty();
        }
        Map<PersonKey, Map<String, Age>> people = guarded.of(parcel.event().companyId());
        return people.isEmpty() ? Optional.empty() : Optional.ofNullable(people.get(personOf(parcel)));
    }

    private static PersonKey personOf(Parcel parcel) {
        byte[] key = parcel.original().key();
        return PersonKey.of(key == null ? new byte[0] : key);
    }

    private Optional<GuardRow> row(Remembering.Person person) {
        return Optional.ofNullable(partitions.get(person.partition()))
                .map(guarded -> guarded.of(person.company()).get(person.key()))
                .map(sent -> new GuardRow(person.key(), person.partition(), person.company(), sent));
    }

    private void load(int partition, Runnable known) {
        ledger.load(Set.of(partition))
                .whenComplete((rows, failure) -> loop.execute(() -> loaded(partition, known, rows, failure)));
    }

    private void loaded(int partition, Runnable known, @Nullable List<GuardRow> rows, @Nullable Throwable failure) {
        if (unknown.get(partition) != known) {
            return;
        }
        if (failure != null || rows == null) {
            signals.guardCouldNotReach(failure == null ? new IllegalStateException("no answer") : failure);
            loop.after(retryAfter.get(), () -> {
                if (unknown.get(partition) == known) {
                    load(partition, known);
                }
            });
            return;
        }
        unknown.remove(partition);
        rows.forEach(row -> forgetting.changed(row.person()));
        Optional.ofNullable(partitions.get(partition)).ifPresent(guarded -> rows.forEach(guarded::add));
        known.run();
    }

    private static Map<String, Age> newest(Map<String, Age> one, Map<String, Age> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Map.copyOf(one.isEmpty() ? other : one);
        }
        Map<String, Age> both = new HashMap<>(one);
        other.forEach((attribute, age) ->
                both.merge(attribute, age, (left, right) -> left.compareTo(right) < 0 ? right : left));
        return Map.copyOf(both);
    }
}
