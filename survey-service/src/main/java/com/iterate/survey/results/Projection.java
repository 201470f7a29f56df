package com.iterate.survey.results;

import com.iterate.survey.relay.Position;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/** One poll into the database. What is bad in itself is skipped and counted; what is the database's fault throws. */
@Singleton
class Projection {

    private static final Logger LOG = Logger.getLogger(Projection.class);

    /** SQL states of a value that Postgres will never take: data exception, constraint, a limit such as an index row's size. */
    private static final Set<String> BAD_IN_ITSELF = Set.of("22", "23", "54");

    private final AnswerStore store;
    private final MeterRegistry metrics;

    Projection(AnswerStore store, MeterRegistry metrics) {
        this.store = store;
        this.metrics = metrics;
    }

    void write(ConsumerRecords<byte[], byte[]> records) throws SQLException {
        List<RecordedAnswer> answers = new ArrayList<>(records.count());
        for (ConsumerRecord<byte[], byte[]> record : records) {
            Reading reading = Reading.of(record);
            if (reading instanceof Reading.Answers read) {
                answers.addAll(read.answers());
            } else if (reading instanceof Reading.Skipped skipped) {
                count(skipped.why(), 1);
            }
        }
        write(answers);
    }

    private void write(List<RecordedAnswer> answers) throws SQLException {
        if (answers.isEmpty()) {
            return;
        }
        try {
            store.write(answers);
            count("written", answers.size());
        } catch (SQLException failed) {
            if (!isBadInItself(failed)) {
                throw failed;
            }
            oneByOne(answers, failed);
        }
    }

    private void oneByOne(List<RecordedAnswer> answers, SQLException failed) throws SQLException {
        if (answers.size() > 1) {
            for (RecordedAnswer answer : answers) {
                write(List.of(answer));
            }
            return;
        }
        Position at = answers.get(0).position();
        // The state and not the message, which may quote the answer.
        LOG.errorf(
                "Answer not shown in results, Postgres does not take it: partition=%d offset=%d sqlState=%s",
                at.partition(), at.offset(), failed.getSQLState());
        count("unwritable", 1);
    }

    /** A failed batch hangs the reason on a chain of its own. */
    private static boolean isBadInItself(SQLException failed) {
        for (SQLException cause = failed; cause != null; cause = cause.getNextException()) {
            String state = cause.getSQLState();
            if (state != null && state.length() == 5 && BAD_IN_ITSELF.contains(state.substring(0, 2))) {
                return true;
            }
        }
        return false;
    }

    private void count(String outcome, int answers) {
        metrics.counter("survey.results.answers", "outcome", outcome).increment(answers);
    }
}
