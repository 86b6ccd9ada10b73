package dev.parley.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SeatTest {
    private static final String TICKETS = "/guest/lea/tickets";

    /** Again and again, since the JDK loses the news of such an end only now and then. */
    @RepeatedTest(20)
    void words_that_met_a_dead_connection_first_are_said_again_on_the_next_one() throws Exception {
        var listening = new Listening();
        try (var room = new RoomThatDrops(0);
                var api = room.signIn();
                var seat = new Seat(api, TICKETS, listening::busyWith)) {
            seat.join();
            listening.toSpeech.await();
            room.cut(); // nobody reads now, so only the words can find out
            var recorded = seat.say("We are twelve people.", "typed");
            listening.mayGoOn.countDown();
            recorded.get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void a_connection_lost_as_soon_as_it_was_welcomed_is_followed_by_another() throws Exception {
        try (var room = new RoomThatDrops(3);
                var api = room.signIn();
                var seat = new Seat(api, TICKETS, frame -> {})) {
            seat.join();
            seat.say("We are twelve people.", "typed").get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void consent_is_given_again_after_a_lost_connection_and_before_any_words() throws Exception {
        try (var room = new RoomThatDrops(0);
                var api = room.signIn();
                var seat = new Seat(api, TICKETS, frame -> {})) {
            seat.join();
            seat.consent("I agree.");
            await().until(() -> room.heard().contains(new RoomThatDrops.Heard(1, "consent")));
            room.cut();
            seat.say("We are twelve people.", "typed").get(30, TimeUnit.SECONDS);
            assertThat(room.heard())
                    .filteredOn(heard -> heard.connection() == 2)
                    .extracting(RoomThatDrops.Heard::type)
                    .startsWith("join", "consent", "segment");
        }
    }

    @Test
    void a_wish_for_a_ticket_that_a_dying_server_did_not_answer_is_made_again() throws Exception {
        try (var room = new RoomThatDrops(0);
                var api = room.signIn();
                var seat = new Seat(api, TICKETS, frame -> {})) {
            seat.join();
            room.loseTickets(2);
            room.cut();
            seat.say("We are twelve people.", "typed").get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void words_hear_why_they_will_never_be_recorded() throws Exception {
        try (var room = new RoomThatDrops(0);
                var api = room.signIn();
                var seat = new Seat(api, TICKETS, frame -> {})) {
            seat.join();
            room.refuseTickets();
            room.cut();
            assertThat(seat.say("We are twelve people.", "typed"))
                    .failsWithin(Duration.ofSeconds(30))
                    .withThrowableOfType(ExecutionException.class)
                    .withMessageContaining("404");
        }
    }

    /** A listener that stands still at the first speech, as one does who thinks about an answer. */
    private static final class Listening {
        final CountDownLatch toSpeech = new CountDownLatch(1);
        final CountDownLatch mayGoOn = new CountDownLatch(1);

        void busyWith(JsonNode frame) {
            if (!frame.path("type").asString().equals("speech")) return;
            toSpeech.countDown();
            try {
                mayGoOn.await(Duration.ofSeconds(30).toSeconds(), TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
