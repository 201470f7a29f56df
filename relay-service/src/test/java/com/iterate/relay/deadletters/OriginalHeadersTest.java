package com.iterate.relay.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.relay.deadletters.OriginalRecord.OriginalHeader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class OriginalHeadersTest {

    @Property(tries = 500, seed = "2026")
    void headers_come_out_as_they_came_in_known_or_not(@ForAll("headers") List<OriginalHeader> headers) {
        OriginalHeaders packed = OriginalHeaders.of(headers);

        assertThat(packed.stream().map(OriginalHeadersTest::shown).toList())
                .isEqualTo(headers.stream().map(OriginalHeadersTest::shown).toList());
    }

    /** A relay of another version counts in the same way how far one before it may have sent. */
    @Property(tries = 100, seed = "2026")
    void names_count_whether_known_or_not(@ForAll("headers") List<OriginalHeader> headers) {
        int bytes = headers.stream()
                .mapToInt(each -> 8 + bytes(each.name()).length + (each.value() == null ? 0 : each.value().length))
                .sum();

        assertThat(OriginalHeaders.of(headers).bytes()).isEqualTo(bytes);
    }

    @Property(tries = 500, seed = "2026")
    void a_value_is_found_by_its_name(@ForAll("headers") List<OriginalHeader> headers, @ForAll("names") String name) {
        OriginalHeaders packed = OriginalHeaders.of(headers);
        List<Optional<byte[]>> values = headers.stream()
                .filter(each -> each.name().equals(name))
                .map(each -> Optional.ofNullable(each.value()))
                .toList();
        byte[] wanted = {7};

        assertThat(packed.first(HeaderName.of(name)).map(Arrays::toString))
                .isEqualTo(values.stream().findFirst().flatMap(each -> each).map(Arrays::toString));
        assertThat(packed.agree(HeaderName.of(name), wanted))
                .isEqualTo(values.stream().allMatch(each -> each.filter(value -> Arrays.equals(value, wanted))
                        .isPresent()));
    }

    @Provide
    Arbitrary<List<OriginalHeader>> headers() {
        Arbitrary<byte[]> value = Arbitraries.of(new byte[] {7}, new byte[0], new byte[] {1, 2, 3});
        return Combinators.combine(names(), value.injectNull(0.2))
                .as(OriginalHeader::new)
                .list()
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of("ce_type", "ce_id", "traceparent", "content-type", "", "tenant", "größe");
    }

    private static String shown(OriginalHeader header) {
        return header.name() + "=" + Arrays.toString(header.value());
    }

    private static byte[] bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8);
    }
}
