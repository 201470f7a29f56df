package com.iterate.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SettingsCodecTest {

    @Test
    void a_change_is_read_back_as_it_was_written() {
        // given
        SettingsChanged change = new SettingsChanged("acme", 7);
        // when
        Optional<SettingsChanged> read = SettingsCodec.decode(SettingsCodec.encode(change));
        // then
        assertThat(read).contains(change);
    }

    @Test
    void what_a_later_version_adds_is_ignored() {
        // when
        Optional<SettingsChanged> read = SettingsCodec.decode(
                "{\"why\":{\"x\":[1]},\"companyId\":\"acme\",\"version\":7}".getBytes(StandardCharsets.UTF_8));
        // then
        assertThat(read).contains(new SettingsChanged("acme", 7));
    }

    @Property(tries = 1000)
    void random_bytes_are_no_change(@ForAll byte[] bytes) {
        // when
        Optional<SettingsChanged> read = SettingsCodec.decode(bytes);
        // then
        assertThat(read).isEmpty();
    }
}
