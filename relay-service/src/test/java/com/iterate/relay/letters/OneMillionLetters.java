package com.iterate.relay.letters;

import static com.iterate.relay.projection.ALetter.aLetter;
import static org.awaitility.Awaitility.await;

import com.iterate.backing.BackingTestResource;
import com.iterate.relay.deadletters.DeadLetterTopic;
import com.iterate.relay.intake.Neighbours;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.jwt.JwtSecurity;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * A benchmark and no test: prints how long questions take, over HTTP, in a view of a million letters. Not named as a test, so
 * that it runs only when it is asked for:
 *
 * <pre>mvn -Dquick -pl relay-service -am test -Dtest=OneMillionLetters -Dsurefire.failIfNoSpecifiedTests=false</pre>
 */
@QuarkusTest
@WithTestResource(value = BackingTestResource.class, initArgs = @ResourceArg(name = "database", value = "relay"))
@WithTestResource(Neighbours.class)
class OneMillionLetters {

    private static final int LETTERS = Integer.getInteger("letters", 1_000_000);
    private static final int RUNS = 15;

    /** 200 companies and 40 errors, some of them far more frequent than others. */
    private static final String TEXTS = """
            insert into error_text
            select substr(md5(n::text), 1, 16), (array['REJECTED','BRAZE_ERROR','EXPIRED','INVALID_ATTRIBUTE'])[1 + n % 4],
                   (array[400, 500, 0, 0])[1 + n % 4], 'Error number ' || chr(97 + n % 26) || chr(97 + n / 26) || ' in a field'
              from generate_series(0, 39) n
            """;

    /** Half of them evenly over 90 days, half in five incidents of three hours. */
    private static final String SEED = """
            insert into dead_letter
            select 100, %1$d + i, at, 'survey.responses.v1', i %% 24, i, 'company-' || c, t.reason, t.status, t.text, t.text,
                   t.fingerprint, 'survey-' || c || '-' || i %% 5, 'response-' || i, gen_random_uuid()::text, 'company-' || c,
                   'braze', 'person-' || p, at, at, at, 2,
                   '[{"questionId":"q1","as":"attribute","reason":"REJECTED","status":400}]',
                   jsonb_build_array(jsonb_build_object('name', 'ce_id', 'value', i),
                                     jsonb_build_object('name', 'relay-reason', 'value', repeat('x', 400))),
                   convert_to('company-' || c || '|braze:person-' || p, 'UTF8'), convert_to(repeat(md5(i::text), 12), 'UTF8'), false,
                   case when random() < 0.0001 then 'QUARANTINED' when random() < 0.1 then 'DELIVERED'
                        when random() < 0.05 then 'DISCARDED' else 'OPEN' end, 0
              from (select i, (200 * power(random(), 2))::int as c, (39 * power(random(), 3))::int as n,
                           (random() * 300000)::int as p,
                           case when random() < 0.5 then now() - random() * interval '90 days'
                                else now() - (1 + (random() * 4)::int * 17) * interval '1 day' - random() * interval '3 hours'
                           end as at
                      from generate_series(1, %2$d) i) made
              join error_text t on t.fingerprint = substr(md5(n::text), 1, 16)
            """;

    /** As after an incident: most people have a guard, and something newer was sent to a third of them. */
    private static final List<String> GUARDS = List.of(
            "insert into guarded (person, partition, company)"
                    + " select md5(key)::uuid, 0, company from dead_letter on conflict do nothing",
            "insert into guarded_attribute (person, attribute, submitted_at, nanos, record_offset)"
                    + " select person, 'csat', now(), 0, 1 from guarded where hashtext(person::text) % 3 = 0");

    @Inject
    DataSource database;

    @Inject
    DeadLetterTopic topic;

    @TestHTTPResource("/")
    URI relay;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> report = new ArrayList<>();

    @Test
    @TestSecurity(user = "ops@example.com", roles = "operator")
    @JwtSecurity
    void how_long_questions_take() throws Exception {
        seed();
        String day = Instant.now().minus(Duration.ofDays(1)).toString();
        String week = Instant.now().minus(Duration.ofDays(7)).toString();
        String month = Instant.now().minus(Duration.ofDays(30)).toString();
        Map<String, String> filters = new LinkedHashMap<>();
        filters.put("everything", "{}");
        filters.put("one company", "{'company':'company-3'}");
        filters.put("a small company", "{'company':'company-190'}");
        filters.put("company and reason", "{'company':'company-3','reason':'EXPIRED'}");
        filters.put("company, reason, state", "{'company':'company-3','reason':'REJECTED','state':'OPEN'}");
        filters.put("a rare state", "{'state':'QUARANTINED'}");
        filters.put("a rare state of a company", "{'company':'company-3','state':'QUARANTINED'}");
        filters.put("reason and status", "{'reason':'BRAZE_ERROR','status':500}");
        filters.put("a frequent text", "{'text':'number aa'}");
        filters.put("a rare text", "{'text':'NUMBER nb'}");
        filters.put("a text that is nowhere", "{'text':'nobody says this'}");
        filters.put("last 24 hours", "{'from':'" + day + "'}");
        filters.put("last 7 days of a company", "{'company':'company-3','from':'" + week + "'}");
        filters.put("last 7 days, open", "{'state':'OPEN','from':'" + week + "'}");
        filters.put("30 days and more ago, one reason", "{'reason':'EXPIRED','to':'" + month + "'}");
        filters.put(
                "all at once",
                "{'company':'company-3','reason':'REJECTED','state':'OPEN','text':'error','from':'" + month + "'}");
        filters.put("a survey", "{'survey':'survey-3-2'}");
        filters.put("a survey, one reason", "{'survey':'survey-3-2','reason':'EXPIRED'}");
        filters.put("a person", "{'respondent':{'brazeId':'person-4711'}}");
        for (String call : List.of("search", "summary")) {
            for (Map.Entry<String, String> filter : filters.entrySet()) {
                measure(call, filter.getKey(), filter.getValue().replace('\'', '"'));
            }
        }
        for (Map.Entry<String, String> filter : filters.entrySet()) {
            if (!filter.getKey().equals("a rare state") && !filter.getKey().equals("a rare state of a company")) {
                String wish = "{'dryRun':true,'filter':" + filter.getValue() + "}";
                measure("replays", filter.getKey(), wish.replace('\'', '"'));
            }
        }
        once("export as CSV, everything", "export?format=csv", "{}");
        once("export as NDJSON, one company", "export?format=ndjson", "{\"company\":\"company-3\"}");
        once("discard, at most 100,000", "discards", "{\"filter\":{\"reason\":\"REJECTED\"},\"reason\":\"benchmark\"}");
        measure("summary", "after the discard", "{}");
        rebuild(20_000);
        report.forEach(System.out::println);
    }

    private void seed() throws SQLException {
        long start = System.nanoTime();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(TEXTS);
            for (int done = 0; done < LETTERS; done += 10_000) {
                statement.execute(SEED.formatted(done, Math.min(10_000, LETTERS - done)));
            }
            for (String guards : GUARDS) {
                statement.execute(guards);
            }
            statement.execute("analyze dead_letter, letter_count, error_text, guarded, guarded_attribute");
        }
        report.add("%,d letters seeded in %d s".formatted(LETTERS, (System.nanoTime() - start) / 1_000_000_000));
    }

    private void measure(String call, String name, String filter) throws IOException, InterruptedException {
        long first = millis(call, filter);
        List<Long> times = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            times.add(millis(call, filter));
        }
        times.sort(null);
        report.add("%-8s %-34s first %5d ms   median %4d ms   worst of %d %4d ms"
                .formatted(call, name, first, times.get(RUNS / 2), RUNS, times.get(RUNS - 1)));
    }

    private void once(String name, String call, String body) throws IOException, InterruptedException {
        report.add("%-43s %,d ms".formatted(name, millis(call, body)));
    }

    /** The view is emptied first: what is measured is the reading, not the size of the table. */
    private void rebuild(int letters) throws IOException, InterruptedException {
        IntStream.range(0, letters)
                .mapToObj(each -> topic.write(
                                aLetter().of("fresh").from("person-" + each).deadLetter())
                        .toCompletableFuture())
                .toList()
                .forEach(CompletableFuture::join);
        await().atMost(Duration.ofMinutes(5)).until(() -> inTheView() >= LETTERS + letters);
        long start = System.nanoTime();
        http.send(
                HttpRequest.newBuilder(relay.resolve("/api/dead-letters/rebuild"))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        await().atMost(Duration.ofMinutes(5)).until(() -> inTheView() == letters);
        report.add("%-43s %,d ms"
                .formatted("rebuild of %,d letters".formatted(letters), (System.nanoTime() - start) / 1_000_000));
    }

    private long inTheView() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select sum(letters) from letter_count where grain = 'all' and company = '*'")) {
            row.next();
            return row.getLong(1);
        }
    }

    private long millis(String call, String body) throws IOException, InterruptedException {
        long start = System.nanoTime();
        HttpResponse<InputStream> answer = http.send(
                HttpRequest.newBuilder(relay.resolve("/api/dead-letters/" + call))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream in = answer.body()) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(call + " " + body + ": " + answer.statusCode());
        }
        return (System.nanoTime() - start) / 1_000_000;
    }
}
