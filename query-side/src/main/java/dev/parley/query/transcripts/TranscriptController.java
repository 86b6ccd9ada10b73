package dev.parley.query.transcripts;

import static dev.parley.api.meeting.MeetingRefusal.MEETING_UNKNOWN;

import dev.parley.api.Actor;
import dev.parley.api.Refused;
import dev.parley.api.Shape;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.transcript.TranscriptQuery.TranscriptLine;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code GET /meetings/{id}/transcript}: JSON, NDJSON, WebVTT, SubRip or plain text, as the client accepts. */
@RestController
final class TranscriptController {
    private final TranscriptReader transcripts;

    TranscriptController(TranscriptReader transcripts) {
        this.transcripts = transcripts;
    }

    /** Without a media type of its own, so that it also answers those who accept anything. */
    @GetMapping("/api/v1/meetings/{id}/transcript")
    Flux<TranscriptLine> lines(@AuthenticationPrincipal Actor by, @PathVariable String id) {
        var meeting = new MeetingId(Shape.uuid("id", id));
        return beginning(by, meeting).flatMapMany(beginning -> transcripts.inOrder(by.tenant(), meeting, beginning));
    }

    @GetMapping(
            path = "/api/v1/meetings/{id}/transcript",
            produces = {MediaType.TEXT_PLAIN_VALUE, "text/vtt", "application/x-subrip"})
    Mono<ResponseEntity<Flux<String>>> export(
            @AuthenticationPrincipal Actor by, @PathVariable String id, ServerHttpRequest request) {
        var meeting = new MeetingId(Shape.uuid("id", id));
        var export = Export.accepted(request.getHeaders().getAccept()).orElse(Export.TEXT);
        return beginning(by, meeting)
                .map(beginning -> file(export, transcripts.inTime(by.tenant(), meeting, beginning)));
    }

    private Mono<Instant> beginning(Actor by, MeetingId meeting) {
        return transcripts
                .beginning(by.tenant(), meeting)
                .switchIfEmpty(Mono.error(() -> new Refused(MEETING_UNKNOWN)));
    }

    private static ResponseEntity<Flux<String>> file(Export export, Flux<TranscriptLine> lines) {
        var name = ContentDisposition.attachment()
                .filename("transcript." + export.extension)
                .build();
        return ResponseEntity.ok()
                .contentType(new MediaType(export.type, StandardCharsets.UTF_8))
                .headers(headers -> headers.setContentDisposition(name))
                .body(export.of(lines));
    }
}
