package com.iterate.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AttributeNamesTest {

    @Property
    void says_the_same_however_often_it_is_asked(@ForAll String name) {
        assertThat(AttributeNames.problem(name)).isEqualTo(AttributeNames.problem(name));
    }

    @Test
    void a_good_name_vouches_for_no_other() {
        // given
        String bad = "_braze";
        String goodInItsPlace = Stream.iterate(0, i -> i + 1)
                .map(i -> "name " + i)
                .filter(name -> name.hashCode() % 65_536 == bad.hashCode() % 65_536)
                .findFirst()
                .orElseThrow();
        // when
        assertThat(AttributeNames.problem(goodInItsPlace)).isEmpty();
        // then
        assertThat(AttributeNames.problem(bad)).isPresent();
        assertThat(AttributeNames.problem(goodInItsPlace)).isEmpty();
    }
}
