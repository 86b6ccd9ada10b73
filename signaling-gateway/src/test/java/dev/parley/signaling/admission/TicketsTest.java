package dev.parley.signaling.admission;

import static dev.parley.api.Samples.aliceInTheRoom;
import static dev.parley.api.Samples.demo;
import static dev.parley.api.Samples.discoveryCall;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.Samples;
import dev.parley.signaling.VirtualClock;
import dev.parley.signaling.room.Attendee;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import reactor.test.scheduler.VirtualTimeScheduler;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TicketsTest {
    private static final Attendee alice = new Attendee(demo, discoveryCall, aliceInTheRoom, Samples.alice);

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final Tickets tickets = new Tickets(new VirtualClock(time), TicketDesk.SETTINGS);

    @Test
    void a_ticket_admits_exactly_its_holder() {
        assertThat(tickets.redeem(tickets.issue(alice).ticket())).contains(alice);
    }

    @Test
    void a_ticket_is_good_once() {
        var ticket = tickets.issue(alice).ticket();
        tickets.redeem(ticket);

        assertThat(tickets.redeem(ticket)).isEmpty();
    }

    @Test
    void a_ticket_is_good_once_even_when_it_is_shown_many_times_at_once() {
        var ticket = tickets.issue(alice).ticket();

        var admitted = IntStream.range(0, 64)
                .parallel()
                .mapToObj(_ -> tickets.redeem(ticket))
                .filter(who -> who.isPresent())
                .count();

        assertThat(admitted).isEqualTo(1);
    }

    @Test
    void a_ticket_says_until_when_it_is_good_and_is_not_good_after_that() {
        var ticket = tickets.issue(alice);
        assertThat(ticket.expiresAt()).isEqualTo(Samples.now.plusSeconds(30));

        time.advanceTimeBy(Duration.ofSeconds(30));

        assertThat(tickets.redeem(ticket.ticket())).isEmpty();
    }

    @Test
    void whoever_showed_lately_who_they_are_gets_a_spare_one() {
        assertThat(tickets.spare(alice)).isEmpty();
        tickets.issue(alice);

        var spare = tickets.spare(alice).orElseThrow();
        time.advanceTimeBy(Duration.ofMinutes(2));

        assertThat(spare.expiresAt()).isEqualTo(Samples.now.plusSeconds(180));
        assertThat(tickets.redeem(spare.ticket())).contains(alice);
        assertThat(tickets.redeem(spare.ticket())).isEmpty();
    }

    @Test
    void spare_ones_are_not_had_for_spare_ones_for_ever() {
        tickets.issue(alice);
        time.advanceTimeBy(Duration.ofMinutes(119));
        assertThat(tickets.redeem(tickets.spare(alice).orElseThrow().ticket())).contains(alice);

        time.advanceTimeBy(Duration.ofMinutes(1));

        assertThat(tickets.spare(alice)).isEmpty();
    }

    @Test
    void tickets_are_unlike_each_other_and_nobody_guesses_one() {
        assertThat(List.of(tickets.issue(alice).ticket(), tickets.issue(alice).ticket()))
                .doesNotHaveDuplicates()
                .allSatisfy(ticket -> assertThat(ticket).hasSize(22));
        assertThat(tickets.redeem("guess")).isEmpty();
    }
}
