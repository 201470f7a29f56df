package com.iterate.relay.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.contracts.Answer;
import com.iterate.contracts.Delivery;
import com.iterate.contracts.Respondent;
import com.iterate.relay.deadletters.OriginalRecord;
import com.iterate.relay.lanes.Rests.Rest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class RestsTest {

    private static final Duration SETTLE = Duration.ofSeconds(3);
    private static final int PEOPLE = 40;

    private final List<Person> people = new ArrayList<>();
    private final LanesFixture log = new LanesFixture();

    RestsTest() {
        for (int i = 0; i < PEOPLE; i++) {
            people.add(new Person(new Respondent.Braze("person-" + i), 0));
        }
    }

    /** Each number is a step: who writes which of two attributes, how old the value is, and how long it is to the next step. */
    @Property(tries = 200, seed = "2026")
    void an_attribute_rests_for_as_long_as_was_said_and_remembers_the_newest_value_however_many_rest(
            @ForAll @Size(max = 300) List<@IntRange(max = 1_000_000) Integer> steps) {
        Rests rests = new Rests(SETTLE);
        Map<String, Rest> model = new HashMap<>();
        Instant now = Instant.parse("2026-11-28T12:00:00Z");
        for (int step : steps) {
            // given
            int who = step % PEOPLE;
            Part part = part("attribute-" + step / PEOPLE % 2, now.minusMillis(step / 80 % 9_000), step);
            now = now.plusMillis(step % 7 == 0 ? step / 1_000 : step % 3);
            Instant at = now;
            // when
            rests.forgetWhatIsOver(now);
            rests.begin(people.get(who), part, now);
            // then
            model.values().removeIf(rest -> !rest.until().isAfter(at));
            model.merge(
                    who + part.attribute(),
                    new Rest(now.plus(SETTLE), part.age()),
                    (one, other) -> one.sent().isBefore(other.sent()) ? other : new Rest(other.until(), one.sent()));
            assertThat(of(rests, "attribute-0")).isEqualTo(of(model, "attribute-0"));
            assertThat(of(rests, "attribute-1")).isEqualTo(of(model, "attribute-1"));
        }
        rests.forgetWhatIsOver(now.plus(SETTLE));
        assertThat(rests.isEmpty()).isTrue();
    }

    private List<Optional<Rest>> of(Rests rests, String attribute) {
        Part part = part(attribute, Instant.EPOCH, 0);
        return people.stream().map(each -> rests.of(each, part)).toList();
    }

    private static List<Optional<Rest>> of(Map<String, Rest> model, String attribute) {
        List<Optional<Rest>> rests = new ArrayList<>();
        for (int who = 0; who < PEOPLE; who++) {
            rests.add(Optional.ofNullable(model.get(who + attribute)));
        }
        return rests;
    }

    private Part part(String attribute, Instant submittedAt, long offset) {
        Answer answer = LanesFixture.answer(attribute, 1);
        Parcel parcel = new Parcel(
                new OriginalRecord("survey.responses.v1", 0, offset, submittedAt, new byte[0], new byte[0], List.of()),
                LanesFixture.anEvent("somebody", submittedAt, Set.of(Delivery.BRAZE_ATTRIBUTES), answer),
                log);
        return new Part(parcel, 0, Part.Form.ATTRIBUTE);
    }
}
