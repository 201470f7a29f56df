package com.iterate.webkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class MemberTest {

    @Test
    void a_member_enters_only_the_own_company() {
        Member viewer = new Member("ana@acme.test", Role.VIEWER, Optional.of("acme"));

        assertThat(viewer.mayEnter("acme")).isTrue();
        assertThat(viewer.mayEnter("globex")).isFalse();
    }

    @Test
    void an_operator_enters_every_company() {
        assertThat(new Member("ops@iterate.test", Role.OPERATOR, Optional.empty()).mayEnter("acme"))
                .isTrue();
    }

    @Test
    void an_admin_without_a_company_cannot_exist() {
        assertThatThrownBy(() -> new Member("ana@acme.test", Role.ADMIN, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_admin_may_do_what_a_viewer_may() {
        assertThat(Role.ADMIN.includes(Role.VIEWER)).isTrue();
        assertThat(Role.VIEWER.includes(Role.ADMIN)).isFalse();
    }
}
