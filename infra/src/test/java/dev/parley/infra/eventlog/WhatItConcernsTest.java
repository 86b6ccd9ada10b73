package dev.parley.infra.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WhatItConcernsTest {
    private final WhatItConcerns concerns = new WhatItConcerns(
            stream -> Optional.of(row(stream, "interview.InterviewerSeated", "{\"meetingId\": \"m\"}")));

    @Test
    void is_what_the_event_names() {
        assertThat(concerns.of(row("i", "interview.Unheard", "{\"leadId\": \"l\", \"meetingId\": \"m2\"}")))
                .isEqualTo("m2");
        assertThat(concerns.of(row("l", "lead.Unheard", "{\"meetingId\": \"m2\", \"leadId\": \"l\"}")))
                .isEqualTo("l");
        assertThat(concerns.of(row("q", "questionset.Unheard", "{\"questionSetId\": \"q\"}")))
                .isEqualTo("q");
        assertThat(concerns.of(row("c", "calendar.Unheard", "{\"meetingId\": \"m2\"}")))
                .isEqualTo("m2");
    }

    @Test
    void is_what_its_stream_began_with_where_it_names_nothing() {
        assertThat(concerns.of(row("i", "interview.QuestionAsked", "{\"meetingId\": 7}")))
                .isEqualTo("m");
        assertThat(concerns.of(row("i", "interview.QuestionAsked", "{\"meeting")))
                .isEqualTo("m");
    }

    @Test
    void of_a_calendar_is_the_calendar_which_tells_of_many_meetings() {
        assertThat(concerns.of(row("c", "calendar.SlotHeld", "garbage"))).isEqualTo("c");
    }

    private static LogRow row(String stream, String type, String json) {
        var id = new UUID(0, 1);
        var payload = json.getBytes(StandardCharsets.UTF_8);
        return new LogRow(1, stream, 0, "X", "e", type, "1", Instant.EPOCH, id, id, 0, null, payload, payload, payload);
    }
}
