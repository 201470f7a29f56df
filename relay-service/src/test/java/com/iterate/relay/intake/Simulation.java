package com.iterate.relay.intake;

import com.iterate.contracts.Answer;
import com.iterate.contracts.Decoded;
import com.iterate.contracts.ResponseSubmitted;
import com.iterate.relay.credentials.ApiKey;
import com.iterate.relay.credentials.Connection;
import com.iterate.relay.credentials.Lookup;
import com.iterate.relay.credentials.Rate;
import com.iterate.relay.deadletters.DeadLetter;
import com.iterate.relay.gaps.GapRow;
import com.iterate.relay.gaps.ModelLedger;
import com.iterate.relay.guard.ModelGuardLedger;
import com.iterate.relay.intake.SimulatedBraze.Attribute;
import com.iterate.relay.intake.SimulatedBraze.Mood;
import com.iterate.relay.lanes.VirtualTime;
import com.iterate.relay.replay.SimulatedLetters;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;

/** Two relays, a log, a ledger and a Braze, and everything that may happen to them, from one seed. */
final class Simulation {

    private static final List<String> COMPANIES = List.of("acme", "globex", "initech");
    private static final int PARTITIONS = 3;

    /** Kinds of what may happen. */
    static final int HAPPENINGS = 29;

    private final VirtualTime time = new VirtualTime();
    private final Random random;
    private final List<String> violations = new ArrayList<>();
    private final SimulatedBraze braze;
    private final ModelLog log;
    private final SimulatedAnswers answers;
    private final ModelLedger ledger;
    private final ModelGuardLedger guards;
    private final SimulatedLetters letters;
    private final SimulatedGroup group;
    private final Map<String, Lookup> lookups = new HashMap<>();
    private final Set<Integer> deadLettered = new HashSet<>();
    private final List<SimulatedRelay> relays = new ArrayList<>();
    private final Deque<String> history = new ArrayDeque<>();
    private int relaysSoFar;
    private long version = 1;
    private boolean healed;

    Simulation(long seed) {
        random = new Random(seed);
        log = new ModelLog(time, PARTITIONS);
        answers = new SimulatedAnswers(random, log);
        braze = new SimulatedBraze(time, random, answers.bad(), violations);
        log.readingTakes(() -> Duration.ofMillis(1 + random.nextInt(30)));
        log.passesAreOf(1 + random.nextInt(60));
        ledger = new ModelLedger(time);
        ledger.listen(row -> note("remembers " + row));
        ledger.takes(() -> Duration.ofMillis(1 + random.nextInt(20)));
        guards = new ModelGuardLedger(time);
        guards.takes(() -> Duration.ofMillis(1 + random.nextInt(20)));
        letters = new SimulatedLetters(time, () -> Duration.ofMillis(1 + random.nextInt(20)), this::note);
        group = new SimulatedGroup(time, log, this::audit, () -> relays);
        COMPANIES.forEach(company -> lookups.put(company, connected(company)));
        relays.add(aRelay());
        relays.add(aRelay());
        for (int number = 0; number < PARTITIONS; number++) {
            group.assign(number, relays.get(number % 2));
        }
    }

    /** @return what went wrong; empty if nothing did */
    List<String> run() {
        return run(random.ints(20 + random.nextInt(120), 0, HAPPENINGS).boxed().toList());
    }

    /** @param happenings each below {@link #HAPPENINGS}, in this order */
    List<String> run(List<Integer> happenings) {
        for (int what : happenings) {
            if (!violations.isEmpty()) {
                break;
            }
            happens(what);
            time.runFor(Duration.ofMillis(random.nextInt(5) == 0 ? random.nextInt(30_000) : random.nextInt(400)));
        }
        heal();
        boolean finished = time.runUntil(this::allIsDone, Duration.ofHours(3));
        time.runFor(Duration.ofSeconds(20));
        if (violations.isEmpty() && !finished) {
            violations.add("not finished: committed " + commits() + ", gaps " + ledger + ", letters " + letters);
        }
        if (violations.isEmpty()) {
            answers.newest(letters.closed()).forEach((attribute, number) -> {
                if (braze.profiles().getOrDefault(attribute, -1) < number) {
                    violations.add(attribute + " should show " + number + " and shows "
                            + braze.profiles().get(attribute));
                }
            });
        }
        if (violations.isEmpty() && !answers.wereAllBad(deadLettered)) {
            violations.add("dead letters " + deadLettered + " were not all bad");
        }
        return violations;
    }

    /** For whoever looks into a seed that fails. */
    void note(String what) {
        if (history.size() == 400) {
            history.removeFirst();
        }
        history.addLast(time.now() + " " + what);
    }

    String history() {
        return String.join("\n", history);
    }

    private void happens(int what) {
        String company = COMPANIES.get(random.nextInt(COMPANIES.size()));
        SimulatedRelay relay = relays.get(random.nextInt(2));
        switch (what) {
            case 0, 1, 2 -> feels(company, Mood.values()[random.nextInt(Mood.values().length)]);
            case 3, 4 -> feels(company, Mood.WELL);
            case 5 -> {
                note("the database goes away");
                ledger.goesAway();
                guards.goesAway();
                letters.goesAway();
            }
            case 6, 7 -> comesBack();
            case 8 -> tell(company, new Lookup.NotConnected(++version));
            case 9, 10 -> tell(company, connected(company));
            case 11, 12 -> group.move(random.nextInt(PARTITIONS), relay);
            case 13 -> dies(relay);
            case 14 -> {
                Duration duration = Duration.ofMillis(random.nextInt(45_000));
                note(relay.name() + " is cut off for " + duration);
                group.cutOff(relay, duration);
            }
            case 15 -> answers.someAreRepaired();
            case 16, 17 -> letters.replay(1 + random.nextInt(20));
            case 18 ->
                letters.open().stream().findAny().ifPresent(letter -> note(answers.isPutBackByHand(letter.original())));
            case 19 -> letters.cancelTheLatest();
            default -> {
                int many = 1 + random.nextInt(random.nextInt(6) == 0 ? 40 : 4);
                for (int i = 0; i < many; i++) {
                    note(answers.somebodyAnswers(COMPANIES.get(random.nextInt(COMPANIES.size())), time.now()));
                }
            }
        }
    }

    private SimulatedRelay aRelay() {
        return new SimulatedRelay(this, "relay " + ++relaysSoFar, random.nextLong());
    }

    private void feels(String company, Mood mood) {
        note("Braze feels " + mood + " about " + company);
        braze.feels(company, mood);
    }

    private void dies(SimulatedRelay relay) {
        note(relay.name() + " dies");
        relay.die();
        relays.set(relays.indexOf(relay), aRelay());
        group.died(relay);
    }

    /** What is committed is done, or remembered. */
    private void audit(int partition, long from, long to) {
        for (Intake.Incoming incoming : log.read(partition, from, (int) (to - from))) {
            ResponseSubmitted event = ((Decoded.Event) incoming.decoded()).value();
            long offset = incoming.record().offset();
            boolean remembered = ledger.row(partition, event.companyId())
                    .filter(row -> covers(row, offset))
                    .isPresent();
            for (Answer answer : event.answers()) {
                int number = SimulatedAnswers.number(answer);
                Attribute attribute = new Attribute(event.companyId(), event.respondent(), answer.attributeName());
                if (!remembered && !deadLettered.contains(number) && !braze.hasAccepted(attribute, number)) {
                    violations.add("committed " + to + " of partition " + partition + " past answer " + number);
                }
            }
        }
    }

    private static boolean covers(GapRow row, long offset) {
        return row.open().contains(offset)
                || (offset >= row.position() && offset < row.until().orElse(Long.MAX_VALUE));
    }

    void deadLettered(DeadLetter letter) {
        deadLettered.addAll(answers.numbers(letter));
        letters.written(letter);
    }

    private void tell(String company, Lookup lookup) {
        note("settings of " + company + ": " + lookup.getClass().getSimpleName());
        lookups.put(company, lookup);
        relays.forEach(relay -> relay.isTold(company, lookup));
    }

    private Lookup connected(String company) {
        return new Lookup.Connected(new Connection(
                company,
                ++version,
                URI.create("https://rest.iad-01.braze.com"),
                new ApiKey("key"),
                rate(),
                Optional.empty()));
    }

    /** Half of them so low that it is in the way. */
    private Rate rate() {
        return random.nextBoolean() ? Rate.OF_BRAZE : new Rate(1 + random.nextInt(10), Duration.ofSeconds(1));
    }

    private void heal() {
        healed = true;
        answers.bad().clear();
        braze.recovers();
        comesBack();
        COMPANIES.forEach(company -> tell(company, connected(company)));
    }

    private void comesBack() {
        ledger.comesBack();
        guards.comesBack();
        letters.comesBack();
    }

    private boolean allIsDone() {
        if (healed && !letters.open().isEmpty()) {
            letters.replay(20);
        }
        return letters.allAreClosed()
                && group.isSettled()
                && ledger.rows().isEmpty()
                && commits().equals(ends());
    }

    private List<Long> commits() {
        return LongStream.range(0, PARTITIONS)
                .map(number -> group.committed((int) number))
                .boxed()
                .toList();
    }

    private List<Long> ends() {
        return LongStream.range(0, PARTITIONS)
                .map(number -> log.end((int) number))
                .boxed()
                .toList();
    }

    Duration aWhile() {
        return Duration.ofMillis(1 + random.nextInt(20));
    }

    VirtualTime time() {
        return time;
    }

    SimulatedBraze braze() {
        return braze;
    }

    ModelLog log() {
        return log;
    }

    ModelLedger ledger() {
        return ledger;
    }

    ModelGuardLedger guards() {
        return guards;
    }

    SimulatedLetters letters() {
        return letters;
    }

    double requestsPerSecond(String company) {
        if (lookup(company) instanceof Lookup.Connected connected) {
            Rate rate = connected.connection().rate();
            return rate.requests() * 1000.0 / rate.window().toMillis();
        }
        return 0;
    }

    SimulatedGroup group() {
        return group;
    }

    Lookup lookup(String company) {
        return lookups.getOrDefault(company, new Lookup.UnknownCompany());
    }
}
