package com.iterate.relay.replay;

import com.iterate.relay.audit.Action;
import com.iterate.relay.audit.Audit;
import com.iterate.relay.audit.Entry;
import com.iterate.relay.audit.Who;
import com.iterate.relay.database.Transactions;
import com.iterate.webkit.Problem;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Pauses, resumes and cancels jobs. Blocks. Doing the same twice changes nothing the second time. */
@Singleton
final class Steering {

    private final Transactions transactions;
    private final JobRows jobs;
    private final Audit audit;

    Steering(Transactions transactions, JobRows jobs, Audit audit) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.audit = audit;
    }

    /** What is under way comes to its end. */
    void pause(long id, Who who) {
        pausing(id, who, JobRows.Pausing.PAUSE, Action.REPLAY_PAUSE);
    }

    void resume(long id, Who who) {
        pausing(id, who, JobRows.Pausing.RESUME, Action.REPLAY_RESUME);
    }

    /** What was sent stays sent; the other letters are open again. */
    void cancel(long id, Who who) {
        transactions.run(connection -> {
            Job job = atWork(connection, id);
            if (job.phase() != Phase.CANCELLED) {
                jobs.enter(connection, id, Phase.CANCELLED);
                record(connection, job, who, Action.REPLAY_CANCEL);
            }
            return job;
        });
    }

    private void pausing(long id, Who who, JobRows.Pausing pausing, Action action) {
        transactions.run(connection -> {
            Job job = atWork(connection, id);
            if (job.phase() == Phase.CANCELLED) {
                throw isOver(job);
            }
            if (jobs.pause(connection, id, pausing)) {
                record(connection, job, who, action);
            }
            return job;
        });
    }

    private Job atWork(Connection connection, long id) throws SQLException {
        Job job = jobs.lock(connection, List.of(id)).get(0);
        if (job.phase().isOver() && job.phase() != Phase.CANCELLED) {
            throw isOver(job);
        }
        return job;
    }

    private static Problem isOver(Job job) {
        return new Problem(
                409,
                "replay-is-over",
                "The replay is over",
                "It is " + job.phase()
                        + " and sends nothing any more. Start another one for letters that are still open.");
    }

    private void record(Connection connection, Job job, Who who, Action action) throws SQLException {
        audit.record(connection, new Entry(who, action, job.ofCompany(), Map.of("replay", job.id())));
    }
}
