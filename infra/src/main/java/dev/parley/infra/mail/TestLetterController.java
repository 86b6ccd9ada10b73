package dev.parley.infra.mail;

import static dev.parley.api.meeting.MeetingRefusal.MEETING_UNKNOWN;
import static dev.parley.api.template.TemplateRefusal.NO_ADDRESS_OF_YOURS;

import dev.parley.api.Actor;
import dev.parley.api.Refused;
import dev.parley.api.Shape;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingQuery.FindMeeting;
import dev.parley.api.meeting.MeetingQuery.MeetingPage;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.api.notification.Language;
import dev.parley.api.notification.NotificationKind;
import dev.parley.api.template.WordedBy;
import dev.parley.api.template.Wording;
import dev.parley.api.template.WordingRules;
import dev.parley.api.template.WordingRules.Fault;
import dev.parley.saga.notification.Invitations.Delivery;
import dev.parley.saga.notification.Invitations.Delivery.Deferred;
import dev.parley.saga.notification.Invitations.Delivery.Failed;
import dev.parley.saga.notification.Invitations.Delivery.Sent;
import dev.parley.saga.notification.Invitations.Delivery.Unconfirmed;
import dev.parley.saga.notification.Invitations.Letter;
import dev.parley.saga.notification.Style;
import java.util.List;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Shows a wording before it is in force: filled in, with all its faults, or as a letter to oneself and nobody else. */
@RestController
@RequestMapping("/api/v1/templates/{kind}")
class TestLetterController {
    private final TemplateDesk desk;
    private final SampleLetters samples;
    private final TestLetters letters;
    private final QueryGateway queries;

    TestLetterController(TemplateDesk desk, SampleLetters samples, TestLetters letters, QueryGateway queries) {
        this.desk = desk;
        this.samples = samples;
        this.letters = letters;
        this.queries = queries;
    }

    /** With faults there are no words: half a letter would be taken for the whole. */
    record Preview(String subject, String text, String html, List<FaultLine> faults) {}

    record FaultLine(String field, int line, String code, String detail) {
        static FaultLine of(Fault fault) {
            return new FaultLine(
                    fault.field(),
                    fault.line(),
                    fault.refusal().name(),
                    fault.refusal().text());
        }
    }

    record TestSent(String to, String outcome, String detail) {}

    @PostMapping("/preview")
    Mono<Preview> preview(
            @AuthenticationPrincipal Actor by,
            @PathVariable String kind,
            @RequestParam Optional<String> language,
            @RequestBody DraftBody body) {
        return draft(by, TemplateDesk.kindIn(kind), TemplateDesk.languageIn(language), body)
                .publishOn(Schedulers.boundedElastic()) // the host's zone is read over JDBC
                .map(draft -> preview(draft, by));
    }

    @PostMapping("/test")
    Mono<TestSent> test(
            @AuthenticationPrincipal Actor by,
            Authentication signedIn,
            @PathVariable String kind,
            @RequestParam Optional<String> language,
            @RequestBody DraftBody body) {
        var address = addressOf(by, signedIn);
        return draft(by, TemplateDesk.kindIn(kind), TemplateDesk.languageIn(language), body)
                .map(Draft::flawless)
                .map(letter -> SampleLetters.to(host(letter, by, address), letter))
                .flatMap(letter ->
                        Mono.fromCallable(() -> letters.send(letter)).subscribeOn(Schedulers.boundedElastic()))
                .map(delivery -> told(address, delivery));
    }

    private record Draft(Letter letter, List<Fault> faults) {
        Letter flawless() {
            faults.stream().findFirst().ifPresent(fault -> {
                throw new Refused(fault.refusal(), fault.field()).atLine(fault.line());
            });
            return letter;
        }
    }

    private Mono<Draft> draft(Actor by, NotificationKind kind, Language language, DraftBody body) {
        var meeting =
                body.meeting().map(id -> page(new FindMeeting(by.tenant(), id))).orElse(Mono.just(Optional.empty()));
        return Mono.zip(
                desk.inForce(by, kind, language).map(body::over),
                meeting,
                (wording, page) -> draft(by, kind, language, wording, page));
    }

    private Draft draft(
            Actor by, NotificationKind kind, Language language, Wording wording, Optional<MeetingPage> page) {
        var style = new Style(WordedBy.shipped(language), Optional.of(wording));
        return new Draft(
                samples.about(page, kind, style, by), WordingRules.of(kind).faultsOf(wording));
    }

    private Mono<Optional<MeetingPage>> page(FindMeeting question) {
        return Mono.fromFuture(() -> queries.query(question, ResponseTypes.optionalInstanceOf(MeetingPage.class)))
                .filter(Optional::isPresent)
                .switchIfEmpty(Mono.error(() -> new Refused(MEETING_UNKNOWN, "meetingId")));
    }

    private Preview preview(Draft draft, Actor by) {
        if (!draft.faults().isEmpty())
            return new Preview(
                    "", "", "", draft.faults().stream().map(FaultLine::of).toList());
        var letter = draft.letter();
        var reader = SampleLetters.to(host(letter, by, letter.recipient().email()), letter);
        var words = letters.written(letter, reader);
        return new Preview(words.subject(), words.text(), words.html(), List.of());
    }

    private static Invitee host(Letter letter, Actor by, String address) {
        return new Invitee(ParticipantId.ofUser(letter.meetingId(), by.id()), by.name(), address, Invitee.Role.HOST);
    }

    /** Never from the request: nobody sends a letter of ours to whom they like. */
    private static String addressOf(Actor by, Authentication signedIn) {
        var claimed = signedIn.getCredentials() instanceof Jwt token
                ? token.getClaims().get("email")
                : null;
        var address = claimed instanceof String email ? email : by.id();
        try {
            return Shape.email("email", address);
        } catch (Refused e) {
            throw new Refused(NO_ADDRESS_OF_YOURS);
        }
    }

    private static TestSent told(String to, Delivery delivery) {
        return switch (delivery) {
            case Sent sent -> new TestSent(to, "sent", sent.reply());
            case Deferred deferred -> new TestSent(to, "deferred", deferred.reason());
            case Unconfirmed unconfirmed -> new TestSent(to, "deferred", unconfirmed.reason());
            case Failed failed -> new TestSent(to, "failed", failed.reason());
        };
    }
}
