package com.iterate.relay.credentials;

import com.iterate.contracts.SettingsChanged;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.DoubleSupplier;
import java.util.function.Function;

/**
 * What settings-service last said about each company, kept fresh. One question a company is on its way at a time. Safe for
 * use by several threads; nobody is called while its lock is held.
 */
final class ConnectionCache {

    /** Ten thousand companies are through in less than a refresh interval, and none of them in a rush. */
    private static final int REFRESHES_AT_ONCE = 200;

    private final CredentialsConfig config;
    private final Function<String, CompletionStage<Lookup>> settingsService;
    private final InstantSource clock;
    private final DoubleSupplier random;
    private final List<BiConsumer<String, Lookup>> listeners = new CopyOnWriteArrayList<>();

    /** The one asked about longest ago comes first. */
    private final Map<String, Company> companies = new LinkedHashMap<>();

    /**
     * @param settingsService asks; an {@link Lookup.Unavailable} or a failure is no answer
     * @param random          0 to 1, for jitter
     */
    ConnectionCache(
            CredentialsConfig config,
            Function<String, CompletionStage<Lookup>> settingsService,
            InstantSource clock,
            DoubleSupplier random) {
        this.config = config;
        this.settingsService = settingsService;
        this.clock = clock;
        this.random = random;
    }

    void listen(BiConsumer<String, Lookup> listener) {
        listeners.add(listener);
    }

    CompletionStage<Lookup> of(String companyId) {
        CompletableFuture<Lookup> question;
        synchronized (this) {
            Instant now = clock.instant();
            Company company = asked(companyId, now);
            if (company.running().isPresent()) {
                return company.usable(now, config.negativeFor())
                        .<CompletionStage<Lookup>>map(CompletableFuture::completedFuture)
                        .orElseGet(() -> company.running().get());
            }
            if (company.usable(now, config.negativeFor()).isPresent() || company.backsOff(now)) {
                return CompletableFuture.completedFuture(company.bestKnown());
            }
            question = company.ask();
        }
        send(companyId, question);
        return question;
    }

    /** To be called about once a second. */
    void refresh() {
        Map<String, CompletableFuture<Lookup>> due = new LinkedHashMap<>();
        synchronized (this) {
            Instant now = clock.instant();
            companies.values().removeIf(company -> company.idleSince(now.minus(config.idle())));
            Iterator<Map.Entry<String, Company>> each = companies.entrySet().iterator();
            while (each.hasNext() && due.size() < REFRESHES_AT_ONCE) {
                Map.Entry<String, Company> next = each.next();
                if (next.getValue().due(now)) {
                    due.put(next.getKey(), next.getValue().ask());
                }
            }
        }
        due.forEach(this::send);
    }

    /** A change was announced: ask at once, unless what is known is that new already. */
    void announced(SettingsChanged change) {
        CompletableFuture<Lookup> question;
        synchronized (this) {
            Company company = companies.get(change.companyId());
            if (company == null
                    || !company.announced(change.version())
                    || company.running().isPresent()) {
                return;
            }
            question = company.ask();
        }
        send(change.companyId(), question);
    }

    private Company asked(String companyId, Instant now) {
        Company known = companies.remove(companyId);
        if (known == null && companies.size() >= config.companies()) {
            forgetOne();
        }
        Company company = known == null ? new Company() : known;
        companies.put(companyId, company);
        company.asked(now);
        return company;
    }

    private void forgetOne() {
        Iterator<Company> longestAgoFirst = companies.values().iterator();
        while (longestAgoFirst.hasNext()) {
            if (longestAgoFirst.next().running().isEmpty()) {
                longestAgoFirst.remove();
                return;
            }
        }
    }

    private void send(String companyId, CompletableFuture<Lookup> question) {
        settingsService
                .apply(companyId)
                .exceptionally(failure -> new Lookup.Unavailable(
                        "asking failed: " + failure.getClass().getSimpleName()))
                .thenAccept(answer -> settle(companyId, question, answer));
    }

    private void settle(String companyId, CompletableFuture<Lookup> question, Lookup answer) {
        List<Lookup> changes = new ArrayList<>(1);
        Lookup effective;
        synchronized (this) {
            // A company with a question on its way is never forgotten.
            Company company = companies.getOrDefault(companyId, new Company());
            Instant now = clock.instant();
            if (answer instanceof Lookup.Unavailable unavailable) {
                company.failed(unavailable, now, retryDelay(company.failures()));
            } else {
                company.answered(answer, now, company.outrun(answer) ? config.firstRetry() : refreshDelay());
            }
            effective = company.bestKnown();
            company.change(effective).ifPresent(changes::add);
        }
        question.complete(effective);
        changes.forEach(change -> listeners.forEach(listener -> listener.accept(companyId, change)));
    }

    /** Half to all of it, doubled with each failure: relays that failed together do not come back together. */
    private Duration retryDelay(int failures) {
        double doubled = config.firstRetry().toMillis() * Math.pow(2, Math.min(failures, 30));
        double most = Math.min(doubled, config.longestRetry().toMillis());
        return Duration.ofMillis((long) (most * (0.5 + random.getAsDouble() / 2)));
    }

    /** A tenth more or less, so that companies first asked about at the same start spread out. */
    private Duration refreshDelay() {
        return Duration.ofMillis((long) (config.refresh().toMillis() * (0.9 + random.getAsDouble() / 5)));
    }
}
