package dev.parley.command.transcript;

import dev.parley.api.Actor;
import dev.parley.api.Shape;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.transcript.SegmentId;
import dev.parley.api.transcript.TranscriptCommand.CorrectSegment;
import dev.parley.api.transcript.TranscriptCommand.RedactSegment;
import dev.parley.command.Commands;
import dev.parley.command.IfMatch;
import dev.parley.command.Receipt;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Takes corrections of what was misheard, and takes out what should not stand there. Versions are those of the transcript, not of the meeting. */
@RestController
class TranscriptController {
    private final Commands commands;
    private final Clock clock;

    TranscriptController(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    record CorrectionBody(@Nullable String text, @Nullable String reason) {}

    @PostMapping("/api/v1/meetings/{id}/segments/{segmentId}/correct")
    Mono<ResponseEntity<Void>> correct(
            @AuthenticationPrincipal Actor by,
            @PathVariable("id") String id,
            @PathVariable("segmentId") String segmentId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody CorrectionBody body) {
        var version = IfMatch.of(ifMatch);
        var correction = new CorrectSegment(
                new MeetingId(Shape.uuid("meetingId", id)),
                by,
                clock.instant(),
                new SegmentId(Shape.uuid("segmentId", segmentId)),
                Shape.paragraphs("text", body.text(), Shape.TEXT),
                Shape.line("reason", body.reason(), Shape.SENTENCE));
        return commands.send(correction, version).map(Receipt::noContent);
    }

    record RedactionBody(@Nullable String reason) {}

    @PostMapping("/api/v1/meetings/{id}/segments/{segmentId}/redact")
    Mono<ResponseEntity<Void>> redact(
            @AuthenticationPrincipal Actor by,
            @PathVariable("id") String id,
            @PathVariable("segmentId") String segmentId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody RedactionBody body) {
        var version = IfMatch.of(ifMatch);
        var redaction = new RedactSegment(
                new MeetingId(Shape.uuid("meetingId", id)),
                by,
                clock.instant(),
                new SegmentId(Shape.uuid("segmentId", segmentId)),
                Shape.line("reason", body.reason(), Shape.SENTENCE));
        return commands.send(redaction, version).map(Receipt::noContent);
    }
}
