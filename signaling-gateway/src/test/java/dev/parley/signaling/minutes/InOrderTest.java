package dev.parley.signaling.minutes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InOrderTest {
    private final InOrder<String> order = new InOrder<>(2);
    private final List<String> begun = new ArrayList<>();
    private final CompletableFuture<String> first = new CompletableFuture<>();

    @Test
    void the_second_begins_when_the_first_is_done() {
        order.then("lena", () -> begin("first", first));
        order.then("lena", () -> begin("second", done()));
        assertThat(begun).containsExactly("first");

        first.complete("done");

        assertThat(begun).containsExactly("first", "second");
    }

    @Test
    void the_second_begins_even_if_the_first_failed() {
        order.then("lena", () -> begin("first", first));
        order.then("lena", () -> begin("second", done()));

        first.completeExceptionally(new IllegalStateException("broken"));

        assertThat(begun).containsExactly("first", "second");
    }

    @Test
    void whoever_waits_for_the_first_hears_of_it_before_the_second_begins() {
        order.then("lena", () -> begin("first", first)).whenComplete((_, _) -> begun.add("heard of the first"));
        order.then("lena", () -> begin("second", done()));

        first.complete("done");

        assertThat(begun).containsExactly("first", "heard of the first", "second");
    }

    @Test
    void others_do_not_wait() {
        order.then("lena", () -> begin("first", first));
        order.then("gus", () -> begin("his", done()));

        assertThat(begun).containsExactly("first", "his");
    }

    @Test
    void too_much_is_refused_and_there_is_room_again_later() {
        order.then("lena", () -> begin("first", first));
        order.then("lena", () -> begin("second", done()));

        assertThat(order.then("lena", () -> begin("third", done())).exceptionNow())
                .isInstanceOf(Refused.class);
        first.complete("done");
        order.then("lena", () -> begin("fourth", done()));

        assertThat(begun).containsExactly("first", "second", "fourth");
    }

    @Test
    void a_step_that_cannot_even_begin_is_a_failed_step() {
        var broken = order.<String>then("lena", () -> {
            throw new IllegalStateException("broken");
        });

        assertThat(broken).isCompletedExceptionally();
        assertThat(order.then("lena", InOrderTest::done)).isCompleted();
    }

    private CompletableFuture<String> begin(String name, CompletableFuture<String> end) {
        begun.add(name);
        return end;
    }

    private static CompletableFuture<String> done() {
        return CompletableFuture.completedFuture("done");
    }
}
