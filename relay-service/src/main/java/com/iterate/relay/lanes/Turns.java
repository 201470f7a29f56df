package com.iterate.relay.lanes;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Whose request goes next while a Braze host has no place for all of them. Deficit round robin, and whoever comes newly goes
 * before those who have been sending, once (as in FQ-CoDel): a single answer takes the next free place, a million answers
 * take their share of the others.
 */
final class Turns {

    private enum Standing {
        AWAY,
        NEW,
        OLD
    }

    /** A lane's standing with this host. */
    final class Turn {

        private final Runnable send;
        private Standing standing = Standing.AWAY;
        private boolean wants;

        /** Objects that it may send before others have their turn; below zero by less than one request. */
        private int credit;

        private Turn(Runnable send) {
            this.send = send;
        }

        /** To be asked only with a request to send. If it may not go now, the lane is called when it may. */
        boolean mayGo() {
            return grants(this);
        }

        /** While nobody waits a request costs nothing. */
        void began(int objects) {
            taken++;
            if (!lineIsEmpty()) {
                credit -= objects;
            }
        }

        /** Whoever is next is called soon. */
        void ended() {
            taken--;
            callTheNext();
        }
    }

    private final int places;
    private final int quantum;
    private final Executor loop;
    private final Deque<Turn> newcomers = new ArrayDeque<>();
    private final Deque<Turn> others = new ArrayDeque<>();
    private Optional<Turn> called = Optional.empty();
    private int taken;

    /**
     * @param places  requests under way at this host, of all lanes
     * @param quantum objects of a turn; no request has more
     * @param loop    runs each call as a task of its own: what goes wrong in a lane is no other lane's matter
     */
    Turns(int places, int quantum, Executor loop) {
        this.places = places;
        this.quantum = quantum;
        this.loop = loop;
    }

    /** @param send is run when the lane's turn has come, and asks again whether it may go */
    Turn join(Runnable send) {
        return new Turn(send);
    }

    int taken() {
        return taken;
    }

    boolean somebodyWaits() {
        return called.isPresent() || !lineIsEmpty();
    }

    private boolean lineIsEmpty() {
        return newcomers.isEmpty() && others.isEmpty();
    }

    private boolean grants(Turn turn) {
        if (taken < places && (isCalled(turn) ? turn.credit > 0 || lineIsEmpty() : !somebodyWaits())) {
            return true;
        }
        turn.wants = true;
        if (turn.standing == Standing.AWAY) {
            turn.standing = Standing.NEW;
            earn(turn);
            newcomers.addLast(turn);
        }
        return false;
    }

    private void callTheNext() {
        if (taken < places && called.isEmpty() && !lineIsEmpty()) {
            Turn turn = newcomers.isEmpty() ? others.removeFirst() : newcomers.removeFirst();
            turn.wants = false;
            called = Optional.of(turn);
            loop.execute(() -> call(turn));
        }
    }

    private void call(Turn turn) {
        try {
            turn.send.run();
        } finally {
            called = Optional.empty();
            place(turn);
            callTheNext();
        }
    }

    /** After its call: still first, or to the end of the line, or out of it. */
    private void place(Turn turn) {
        boolean wasNew = turn.standing == Standing.NEW;
        if (turn.wants && turn.credit > 0) {
            (wasNew ? newcomers : others).addFirst(turn);
        } else if (turn.wants || wasNew) {
            // Also without a wish, or who comes and goes would be new, and first, each time.
            turn.standing = Standing.OLD;
            earn(turn);
            others.addLast(turn);
        } else {
            turn.standing = Standing.AWAY;
        }
    }

    private void earn(Turn turn) {
        turn.credit = Math.min(quantum, turn.credit + quantum);
    }

    private boolean isCalled(Turn turn) {
        return called.isPresent() && called.get() == turn;
    }
}
