package dev.parley.command.interview;

import dev.parley.api.Actor;
import dev.parley.api.Shape;
import dev.parley.api.interview.InterviewCommand;
import dev.parley.api.interview.InterviewCommand.HandInterviewToHuman;
import dev.parley.api.interview.InterviewCommand.PauseInterview;
import dev.parley.api.interview.InterviewCommand.ResumeInterview;
import dev.parley.api.interview.InterviewCommand.SkipQuestion;
import dev.parley.api.interview.InterviewId;
import dev.parley.api.interview.MoveReason;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.questionset.QuestionId;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Takes what a host decides about the interviewer: to lead in its place, to let it wait, to give the word back. */
@RestController
@RequestMapping("/api/v1/meetings/{id}/interview")
class InterviewController {
    private static final String NO_REASON = "a host asked for it";

    private final Commands commands;
    private final Clock clock;

    InterviewController(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    record ReasonBody(@Nullable String reason) {
        static String in(@Nullable ReasonBody body) {
            var reason = Shape.optionalLine("reason", body == null ? null : body.reason(), Shape.SENTENCE);
            return reason.isEmpty() ? NO_REASON : reason;
        }
    }

    @PostMapping("/take-over")
    Mono<ResponseEntity<Void>> takeOver(
            @AuthenticationPrincipal Actor by,
            @PathVariable("id") String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return change(new HandInterviewToHuman(interview(id), by, clock.instant()), ifMatch);
    }

    @PostMapping("/pause")
    Mono<ResponseEntity<Void>> pause(
            @AuthenticationPrincipal Actor by,
            @PathVariable("id") String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable ReasonBody body) {
        return change(new PauseInterview(interview(id), by, clock.instant(), ReasonBody.in(body)), ifMatch);
    }

    /** After a pause, and after a person has led. */
    @PostMapping("/resume")
    Mono<ResponseEntity<Void>> resume(
            @AuthenticationPrincipal Actor by,
            @PathVariable("id") String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return change(new ResumeInterview(interview(id), by, clock.instant()), ifMatch);
    }

    /** The person who leads has talked about this question: the interviewer will not ask it. */
    @PostMapping("/questions/{questionId}/cover")
    Mono<ResponseEntity<Void>> cover(
            @AuthenticationPrincipal Actor by,
            @PathVariable("id") String id,
            @PathVariable("questionId") String questionId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        var question = new QuestionId(Shape.uuid("questionId", questionId));
        var reason = MoveReason.COVERED_BY_HUMAN;
        return change(new SkipQuestion(interview(id), by, clock.instant(), question, reason), ifMatch);
    }

    private Mono<ResponseEntity<Void>> change(InterviewCommand command, @Nullable String ifMatch) {
        return commands.send(command, IfMatch.of(ifMatch)).map(Receipt::noContent);
    }

    private static InterviewId interview(String meeting) {
        return InterviewId.of(new MeetingId(Shape.uuid("meetingId", meeting)));
    }
}
