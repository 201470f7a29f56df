package com.iterate.relay.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.backing.BackingTestResource;
import com.iterate.relay.audit.Action;
import com.iterate.relay.audit.Who;
import com.iterate.relay.database.Transactions;
import com.iterate.relay.intake.Neighbours;
import com.iterate.relay.letters.LetterId;
import com.iterate.relay.replay.Repaired.Cause;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = BackingTestResource.class, initArgs = @ResourceArg(name = "database", value = "relay"))
@WithTestResource(Neighbours.class)
class RepairedTest {

    @Inject
    DataSource database;

    @Inject
    Transactions transactions;

    @Inject
    Repaired repaired;

    @Inject
    Starting starting;

    @Test
    void only_letters_that_died_of_the_connection_and_were_never_tried_go_by_themselves() {
        // given
        SeededLetters letters = new SeededLetters(database, 950);
        letters.of("fixed-a", 950, "REJECTED", 0, 5);
        List<LetterId> expired = letters.of("fixed-a", 950, "EXPIRED", 10, 3);
        List<LetterId> tried = letters.of("fixed-a", 950, "EXPIRED_IN_GAP", 20, 1);
        letters.run("update dead_letter set replays = 1 where letter_partition = 950 and letter_offset = 20");
        // when
        List<LetterId> chosen = letters("fixed-a", Cause.LOOKED);
        // then
        assertThat(transactions.run(repaired::companies)).contains("fixed-a").doesNotContain("", "*");
        assertThat(chosen).containsExactlyInAnyOrderElementsOf(expired).doesNotContainAnyElementsOf(tried);
    }

    @Test
    void while_such_a_replay_is_at_work_there_is_no_other() {
        // given
        SeededLetters letters = new SeededLetters(database, 951);
        List<LetterId> ids = letters.of("fixed-b", 951, "EXPIRED", 0, 20);
        start("fixed-b", ids.subList(0, 10));
        // then
        assertThat(letters("fixed-b", Cause.LOOKED)).isEmpty();
        assertThat(letters("fixed-b", Cause.CHANGED)).isEmpty();
    }

    @Test
    void after_one_that_was_ended_it_takes_an_hour_or_another_connection() {
        // given
        SeededLetters letters = new SeededLetters(database, 952);
        List<LetterId> ids = letters.of("fixed-c", 952, "UNKNOWN_COMPANY", 0, 20);
        Job job = start("fixed-c", ids.subList(0, 10));
        letters.run(
                "update replay_job set phase = 'STOPPED', ended_at = now() - interval '59 minutes' where id = ?",
                job.id());
        // then
        assertThat(letters("fixed-c", Cause.LOOKED)).isEmpty();
        assertThat(letters("fixed-c", Cause.CHANGED)).isNotEmpty();
        letters.run("update replay_job set ended_at = now() - interval '61 minutes' where id = ?", job.id());
        assertThat(letters("fixed-c", Cause.LOOKED)).isNotEmpty();
    }

    private List<LetterId> letters(String company, Cause cause) {
        return transactions.run(connection -> repaired.letters(connection, company, cause));
    }

    private Job start(String company, List<LetterId> ids) {
        Order order = new Order(new Order.ByIds(ids, Optional.of(company)), 1, new Canary(0.2), Map.of());
        return transactions.run(connection -> starting.start(connection, Who.SYSTEM, Action.AUTO_REPLAY, company, order)
                .orElseThrow());
    }
}
