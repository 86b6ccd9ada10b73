package dev.parley.infra.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.api.Samples;
import dev.parley.infra.store.postgres.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.test.StepVerifier;
import smallhouse.MovableClock;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SecretTest {
    @TempDir
    private Path home;

    @Test
    void outlives_a_restart_and_with_it_the_tokens_it_signed() {
        var sales = new DemoIdentities().find("sales@demo.test").orElseThrow();
        var token = tokensOf(Secret.keptIn(home)).issue(sales).getTokenValue();
        StepVerifier.create(
                        tokensOf(Secret.keptIn(home)).decoder().decode(token).map(jwt -> jwt.getSubject()))
                .expectNext("sales@demo.test")
                .verifyComplete();
    }

    @Test
    void of_another_home_signs_otherwise(@TempDir Path elsewhere) {
        assertThat(Secret.keptIn(home).keyFor("x"))
                .isNotEqualTo(Secret.keptIn(elsewhere).keyFor("x"));
    }

    @Test
    void has_a_key_for_each_purpose() {
        var secret = Secret.keptIn(home);
        assertThat(secret.keyFor("guest links")).isNotEqualTo(secret.keyFor("demo sessions"));
    }

    @Test
    void is_for_its_owner_only() throws IOException {
        Secret.keptIn(home);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("secret"))))
                .isEqualTo("rw-------");
        try (var files = Files.list(home)) {
            assertThat(files).containsExactly(home.resolve("secret"));
        }
    }

    @Test
    void is_one_even_when_several_make_it_at_once() {
        var keys = new CopyOnWriteArraySet<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 20; i++)
                threads.submit(() -> keys.add(Secret.keptIn(home).keyFor("x")));
        }
        assertThat(keys).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"changeme", "c2hvcnQ=", "%%%"})
    void is_refused_when_it_is_none(String weak) {
        assertThatThrownBy(() -> Secret.given(weak))
                .isInstanceOfSatisfying(
                        CannotStart.class,
                        failure -> assertThat(failure.remedy()).contains("PARLEY_SECRET must hold at least 32 bytes"));
    }

    private static DemoTokens tokensOf(Secret secret) {
        return new DemoTokens(secret.keyFor("demo sessions"), Duration.ofHours(1), new MovableClock(Samples.now));
    }
}
