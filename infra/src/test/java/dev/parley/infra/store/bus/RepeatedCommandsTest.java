package dev.parley.infra.store.bus;

import static dev.parley.infra.library.Library.book;
import static dev.parley.infra.library.Library.draft;
import static dev.parley.infra.library.Library.retire;
import static dev.parley.infra.library.Library.revise;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.throwable;

import dev.parley.api.Actor;
import dev.parley.api.Command;
import dev.parley.api.Envelope;
import dev.parley.api.Ids;
import dev.parley.api.Recall;
import dev.parley.api.Refused;
import dev.parley.api.RequestRefusal;
import dev.parley.api.Samples;
import dev.parley.api.questionset.QuestionSetId;
import dev.parley.infra.library.Library;
import dev.parley.infra.store.RunningStore;
import dev.parley.infra.store.postgres.TestDatabase;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RepeatedCommandsTest {
    private static RunningStore here;
    private static RunningStore there;

    /** As the command side does: there is nothing to decide. */
    static class NothingToDecide {
        @CommandHandler
        void handle(Recall command) {}
    }

    @BeforeAll
    static void two_nodes() {
        var url = TestDatabase.fresh();
        here = RunningStore.on(url, Library.class, NothingToDecide.class);
        there = RunningStore.on(url, Library.class, NothingToDecide.class);
    }

    @AfterAll
    static void stop() {
        here.close();
        there.close();
    }

    @Test
    void are_answered_as_the_first_although_things_went_on() {
        var diary = drafted("diary");
        var first = give(here, revise(diary, "Monday"), "key 1", "monday");
        give(here, revise(diary, "Tuesday"), "key 2", "tuesday");

        for (var node : List.of(here, there)) {
            var again = give(node, revise(diary, "Monday"), "key 1", "monday");
            assertThat((Object) again.getPayload()).isEqualTo(1L).isEqualTo(first.getPayload());
            assertThat(again.getMetaData().get(Envelope.POSITION))
                    .isEqualTo(first.getMetaData().get(Envelope.POSITION));
        }
        assertThat(events(diary)).isEqualTo(3);
    }

    @Test
    void are_carried_out_once_when_they_come_at_once_to_two_nodes() {
        var diary = drafted("popular diary");
        for (var round = 0; round < 20; round++) {
            var day = "day " + round;
            var answers = Stream.of(here, there, here, there)
                    .map(node -> sent(node, revise(diary, day), "at once " + day, day))
                    .toList();
            var versions = answers.stream()
                    .<Object>map(answer -> wait(answer).getPayload())
                    .distinct();
            assertThat(versions).containsExactly(round + 1L);
        }
        assertThat(events(diary)).isEqualTo(21);
    }

    @Test
    void are_carried_out_once_when_they_create_the_same_at_once() {
        for (var round = 0; round < 10; round++) {
            var diary = book("new diary " + round);
            var answers = Stream.of(here, there, here, there)
                    .map(node -> sent(node, draft(diary, "Diary"), "create " + diary, "diary"))
                    .toList();
            answers.forEach(
                    answer -> assertThat((Object) wait(answer).getPayload()).isEqualTo(0L));
            assertThat(events(diary)).isEqualTo(1);
        }
    }

    @Test
    void are_refused_where_the_key_was_used_for_something_else() {
        var diary = drafted("secret diary");
        give(here, revise(diary, "Monday"), "key 3", "monday");

        var other = give(there, revise(diary, "Sunday"), "key 3", "sunday");
        assertThat(other.isExceptional()).isTrue();
        assertThat(other.exceptionResult())
                .asInstanceOf(throwable(Refused.class))
                .extracting(Refused::refusal)
                .isEqualTo(RequestRefusal.KEY_REUSED);
        assertThat(give(there, retire(diary), "key 3", "retire").isExceptional())
                .isTrue();
        assertThat(events(diary)).isEqualTo(2);
    }

    @Test
    void may_be_asked_about_before_anything_is_done() {
        var diary = drafted("forgotten diary");
        assertThat((Object) give(there, recall(), "key 4", "monday").getPayload())
                .isNull();

        var first = give(here, revise(diary, "Monday"), "key 4", "monday");
        var recalled = give(there, recall(), "key 4", "monday");
        assertThat((Object) recalled.getPayload()).isEqualTo(first.getPayload());
        assertThat(recalled.getMetaData().get(Envelope.POSITION))
                .isEqualTo(first.getMetaData().get(Envelope.POSITION));
        assertThat(give(there, recall(), "key 4", "tuesday").isExceptional()).isTrue();
    }

    @Test
    void of_another_person_are_other_commands_under_the_same_key() {
        var diary = drafted("shared diary");
        give(here, revise(diary, "Monday"), "key 5", "monday");
        var alices = Ids.named("command", Samples.alice.id(), "key 5").toString();

        assertThat((Object) wait(sent(
                                here,
                                revise(diary, "Monday"),
                                MetaData.with(Envelope.COMMAND_ID, alices).and(Envelope.REQUEST_HASH, "monday")))
                        .getPayload())
                .isEqualTo(2L);
    }

    private static Recall recall() {
        return new Recall(Samples.bob, Samples.now);
    }

    private static QuestionSetId drafted(String title) {
        var diary = book(title);
        wait(sent(here, draft(diary, title), MetaData.emptyInstance()));
        return diary;
    }

    private static CommandResultMessage<?> give(RunningStore node, Command command, String key, String meaning) {
        return wait(sent(node, command, key, meaning));
    }

    private static CompletableFuture<CommandResultMessage<?>> sent(
            RunningStore node, Command command, String key, String meaning) {
        return sent(node, command, name(command.by(), key).and(Envelope.REQUEST_HASH, meaning));
    }

    private static CompletableFuture<CommandResultMessage<?>> sent(RunningStore node, Command command, MetaData name) {
        var answer = new CompletableFuture<CommandResultMessage<?>>();
        node.the(CommandGateway.class)
                .send(new GenericCommandMessage<>(command, name), (_, result) -> answer.complete(result));
        return answer;
    }

    private static MetaData name(Actor by, String key) {
        return MetaData.with(
                Envelope.COMMAND_ID, Ids.named("command", by.id(), key).toString());
    }

    private static CommandResultMessage<?> wait(CompletableFuture<CommandResultMessage<?>> answer) {
        return answer.orTimeout(20, TimeUnit.SECONDS).join();
    }

    private static long events(QuestionSetId id) {
        return here.the(EventStore.class).readEvents(id.toString()).asStream().count();
    }
}
