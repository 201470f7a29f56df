package com.iterate.relay.intake;

import com.iterate.contracts.Answer;
import com.iterate.contracts.AnswerValue;
import com.iterate.contracts.Decoded;
import com.iterate.contracts.Delivery;
import com.iterate.contracts.Respondent;
import com.iterate.contracts.ResponseSubmitted;
import com.iterate.relay.credentials.ApiKey;
import com.iterate.relay.credentials.Connection;
import com.iterate.relay.credentials.Lookup;
import com.iterate.relay.credentials.Rate;
import com.iterate.relay.deadletters.DeadLetter;
import com.iterate.relay.deadletters.OriginalRecord;
import com.iterate.relay.gaps.GapRow;
import com.iterate.relay.gaps.ModelLedger;
import com.iterate.relay.intake.SimulatedBraze.Attribute;
import com.iterate.relay.intake.SimulatedBraze.Mood;
import com.iterate.relay.lanes.VirtualTime;
import java.math.BigDecimal;
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

/** Two relays, a log, a ledger and a Braze, and everything that may happen to them, from one seed. */
final class Simulation {

    private static final List<String> COMPANIES = List.of("acme", "globex", "initech");
    private static final int PARTITIONS = 3;
    private static final int PEOPLE = 4;

    private final VirtualTime time = new VirtualTime();
    private final Random random;
    private final List<String> violations = new ArrayList<>();
    private final Set<Integer> bad = new HashSet<>();
    private final SimulatedBraze braze;
    private final ModelLog log;
    private final ModelLedger ledger;
    private final SimulatedGroup group;
    private final Map<String, Lookup> lookups = new HashMap<>();
    private final Map<Attribute, Integer> newest = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Set<Integer> deadLettered = new HashSet<>();
    private final List<SimulatedRelay> relays = new ArrayList<>();
    private final Deque<String> history = new ArrayDeque<>();
    private int answers;
    private int relaysSoFar;
    private long version = 1;

    Simulation(long seed) {
        random = new Random(seed);
        braze = new SimulatedBraze(time, random, bad, violations);
        log = new ModelLog(time, PARTITIONS);
        log.readingTakes(() -> Duration.ofMillis(1 + random.nextInt(30)));
        log.passesAreOf(1 + random.nextInt(60));
        ledger = new ModelLedger(time);
        ledger.listen(row -> note("remembers " + row));
        ledger.takes(() -> Duration.ofMillis(1 + random.nextInt(20)));
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
        int steps = 20 + random.nextInt(120);
        for (int step = 0; step < steps && violations.isEmpty(); step++) {
            happens(random.nextInt(24));
            time.runFor(Duration.ofMillis(random.nextInt(5) == 0 ? random.nextInt(30_000) : random.nextInt(400)));
        }
        heal();
        boolean finished = time.runUntil(this::allIsDone, Duration.ofHours(3));
        time.runFor(Duration.ofSeconds(20));
        if (violations.isEmpty() && !finished) {
            violations.add("not finished: committed " + commits() + ", gaps " + ledger);
        }
        if (violations.isEmpty() && !braze.profiles().equals(newest)) {
            newest.forEach((attribute, number) -> {
                if (!number.equals(braze.profiles().get(attribute))) {
                    violations.add(attribute + " should show " + number + " and shows "
                            + braze.profiles().get(attribute));
                }
            });
        }
        if (violations.isEmpty() && !deadLettered.equals(bad)) {
            violations.add("dead letters " + deadLettered + " but bad are " + bad);
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
            }
            case 6, 7 -> ledger.comesBack();
            case 8 -> tell(company, new Lookup.NotConnected(++version));
            case 9, 10 -> tell(company, connected(company));
            case 11, 12 -> group.move(random.nextInt(PARTITIONS), relay);
            case 13 -> dies(relay);
            case 14 -> {
                Duration duration = Duration.ofMillis(random.nextInt(45_000));
                note(relay.name() + " is cut off for " + duration);
                group.cutOff(relay, duration);
            }
            default -> {
                int many = 1 + random.nextInt(random.nextInt(6) == 0 ? 40 : 4);
                for (int i = 0; i < many; i++) {
                    answer(COMPANIES.get(random.nextInt(COMPANIES.size())));
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

    private void answer(String company) {
        int number = answers++;
        boolean isBad = random.nextInt(40) == 0;
        Respondent respondent = new Respondent.Braze(company + "-" + random.nextInt(PEOPLE));
        String attribute = random.nextBoolean() ? "nps" : "csat";
        Answer answer = new Answer(
                attribute,
                "How?",
                Optional.of(isBad ? attribute + number : attribute),
                new AnswerValue.Number(BigDecimal.valueOf(number)),
                Optional.empty(),
                Optional.empty());
        OriginalRecord record = log.append(new ResponseSubmitted(
                        company,
                        "s1",
                        "Survey",
                        1,
                        "r1",
                        respondent,
                        time.now(),
                        false,
                        Set.of(Delivery.BRAZE_ATTRIBUTES),
                        List.of(answer)))
                .record();
        note("answer " + number + " of " + respondent + " to " + attribute + " at " + record.partition() + "/"
                + record.offset());
        numbers.put(record.partition() + "/" + record.offset(), number);
        if (isBad) {
            bad.add(number);
        } else {
            newest.put(new Attribute(company, respondent, attribute), number);
        }
    }

    /** What is committed is done, or remembered. */
    private void audit(int partition, long from, long to) {
        for (Intake.Incoming incoming : log.read(partition, from, (int) (to - from))) {
            ResponseSubmitted event = ((Decoded.Event) incoming.decoded()).value();
            long offset = incoming.record().offset();
            int number = numbers.getOrDefault(partition + "/" + offset, -1);
            Attribute attribute = new Attribute(
                    event.companyId(),
                    event.respondent(),
                    event.answers().get(0).attributeName());
            boolean remembered = ledger.row(partition, event.companyId())
                    .filter(row -> covers(row, offset))
                    .isPresent();
            if (!remembered && !deadLettered.contains(number) && !braze.hasAccepted(attribute, number)) {
                violations.add("committed " + to + " of partition " + partition + " past answer " + number);
            }
        }
    }

    private static boolean covers(GapRow row, long offset) {
        return row.open().contains(offset)
                || (offset >= row.position() && offset < row.until().orElse(Long.MAX_VALUE));
    }

    void deadLettered(DeadLetter letter) {
        OriginalRecord original = letter.original();
        deadLettered.add(numbers.getOrDefault(original.partition() + "/" + original.offset(), -1));
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
        braze.recovers();
        ledger.comesBack();
        COMPANIES.forEach(company -> tell(company, connected(company)));
    }

    private boolean allIsDone() {
        return group.isSettled() && ledger.rows().isEmpty() && commits().equals(ends());
    }

    private List<Long> commits() {
        List<Long> commits = new ArrayList<>();
        for (int number = 0; number < PARTITIONS; number++) {
            commits.add(group.committed(number));
        }
        return commits;
    }

    private List<Long> ends() {
        List<Long> ends = new ArrayList<>();
        for (int number = 0; number < PARTITIONS; number++) {
            ends.add(log.end(number));
        }
        return ends;
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

    SimulatedGroup group() {
        return group;
    }

    Lookup lookup(String company) {
        return lookups.getOrDefault(company, new Lookup.UnknownCompany());
    }
}
