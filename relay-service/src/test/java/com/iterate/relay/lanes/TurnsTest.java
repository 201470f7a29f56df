package com.iterate.relay.lanes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private static final int QUANTUM = 75;

    private final Turns turns = new Turns(4, QUANTUM, Runnable::run);
    private final List<Sender> senders = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();

    @Test
    void with_places_free_everybody_sends_at_once() {
        // when
        sender("acme").wants(QUANTUM, 3);
        sender("globex").wants(1, 1);
        // then
        assertThat(requests).containsExactly("acme", "acme", "acme", "globex");
    }

    @Test
    void no_more_requests_are_under_way_than_there_are_places() {
        // when
        sender("acme").wants(QUANTUM, 1000);
        // then
        assertThat(requests).hasSize(4);
        end(turns);
        assertThat(requests).hasSize(5);
    }

    @Test
    void a_single_answer_takes_the_next_free_place_before_those_with_a_million() {
        // given
        for (String busy : List.of("a", "b", "c", "d", "e")) {
            sender(busy).wants(QUANTUM, 10_000);
        }
        for (int i = 0; i < 100; i++) {
            end(turns);
        }
        requests.clear();
        // when
        sender("new").wants(1, 1);
        end(turns);
        // then
        assertThat(requests).containsExactly("new");
    }

    @Test
    void lanes_with_endless_work_share_the_places_by_objects() {
        // given
        Sender small = sender("small");
        Sender large = sender("large");
        small.wants(5, 100_000);
        large.wants(QUANTUM, 100_000);
        // when
        for (int i = 0; i < 10_000; i++) {
            end(turns);
        }
        // then
        assertThat((double) small.objects / large.objects).isBetween(0.9, 1.1);
    }

    @Test
    void somebody_who_cannot_send_when_called_holds_up_nobody() {
        // given
        sender("acme").wants(QUANTUM, 4);
        Sender away = sender("away");
        away.wants(QUANTUM, 10);
        sender("globex").wants(QUANTUM, 1);
        // when
        away.left = 0;
        end(turns);
        // then
        assertThat(requests).endsWith("globex");
    }

    @Test
    void somebody_whose_call_fails_holds_up_nobody() {
        // given
        Deque<Runnable> loop = new ArrayDeque<>();
        Turns host = new Turns(1, QUANTUM, loop::add);
        Turns.Turn busy = host.join(() -> {});
        busy.began(1);
        host.join(() -> {
                    throw new IllegalStateException("a bug");
                })
                .mayGo();
        new Sender(host, "next", who -> requests.add(who.name)).wants(1, 1);
        // when
        busy.ended();
        Runnable failing = loop.remove();
        // then
        assertThatThrownBy(failing::run).hasMessage("a bug");
        loop.remove().run();
        assertThat(requests).containsExactly("next");
    }

    /** Each other lane starts less than three quanta of objects while one waits: a turn, a turn as a newcomer, one request. */
    @Property(tries = 300)
    void nobody_who_waits_is_passed_by_anybody_more_than_three_quanta(@ForAll long seed) {
        // given
        Random random = new Random(seed);
        senders.clear();
        int places = 1 + random.nextInt(8);
        Turns any = new Turns(places, QUANTUM, Runnable::run);
        Map<Sender, Map<Sender, Integer>> passed = new HashMap<>();
        for (int i = 0; i < 2 + random.nextInt(10); i++) {
            senders.add(new Sender(any, "lane" + i, who -> {
                passed.remove(who);
                passed.forEach((waiting, by) -> by.merge(who, who.size, Integer::sum));
            }));
        }
        for (int step = 0; step < 500; step++) {
            // when
            if (random.nextBoolean() && any.taken() > 0) {
                end(any);
            } else {
                Sender sender = senders.get(random.nextInt(senders.size()));
                sender.size = 1 + random.nextInt(QUANTUM);
                sender.left += 1 + random.nextInt(random.nextInt(5) == 0 ? 50 : 2);
                sender.send();
            }
            senders.stream()
                    .filter(sender -> sender.left > 0)
                    .forEach(sender -> passed.computeIfAbsent(sender, who -> new HashMap<>()));
            // then
            passed.forEach((waiting, by) -> by.forEach((who, objects) ->
                    assertThat(objects).as("%s by %s", waiting, who).isLessThan(3 * QUANTUM)));
            assertThat(!any.somebodyWaits() || any.taken() == places).isTrue();
        }
    }

    /** Whose request it was makes no difference. */
    private static void end(Turns turns) {
        turns.join(() -> {}).ended();
    }

    private Sender sender(String name) {
        Sender sender = new Sender(turns, name, who -> requests.add(who.name));
        senders.add(sender);
        return sender;
    }

    private interface Sent {
        void by(Sender sender);
    }

    /** A lane that sends requests of one size. */
    private static final class Sender {

        private final Turns.Turn turn;
        private final String name;
        private final Sent sent;
        private int size;
        private int left;
        private long objects;

        Sender(Turns turns, String name, Sent sent) {
            this.name = name;
            this.sent = sent;
            this.turn = turns.join(this::send);
        }

        void wants(int objectsPerRequest, int count) {
            size = objectsPerRequest;
            left = count;
            send();
        }

        void send() {
            while (left > 0 && turn.mayGo()) {
                left--;
                objects += size;
                turn.began(size);
                sent.by(this);
            }
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
