package dev.parley.infra.mail;

import static dev.parley.api.template.TemplateRefusal.TEMPLATE_VERSION_UNKNOWN;

import dev.parley.api.Actor;
import dev.parley.api.Refused;
import dev.parley.api.Shape;
import dev.parley.api.WireFormat;
import dev.parley.api.notification.Language;
import dev.parley.api.notification.NotificationKind;
import dev.parley.api.template.Part;
import dev.parley.api.template.TemplateQuery.NewestWordings;
import dev.parley.api.template.TemplateQuery.PublishedWording;
import dev.parley.api.template.TemplateQuery.VersionsOfTemplate;
import dev.parley.api.template.Variable;
import dev.parley.api.template.Wording;
import dev.parley.api.template.WordingRules;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** How letters are worded: the organisation's versions beside the shipped one, and what a wording may say. */
@RestController
@RequestMapping("/api/v1/templates")
class TemplateDesk {
    private final QueryGateway queries;
    private final ShippedWordings shipped = new ShippedWordings();

    TemplateDesk(QueryGateway queries) {
        this.queries = queries;
    }

    /** @param custom whether the organisation's own wording is in force */
    record TemplateLine(
            NotificationKind kind,
            Language language,
            int version,
            boolean custom,
            Optional<Instant> publishedAt,
            Optional<String> publishedBy) {}

    record TemplatePage(
            NotificationKind kind,
            Language language,
            int version,
            boolean custom,
            String subject,
            String text,
            String html,
            Wording shipped,
            List<VariableLine> variables,
            List<String> parts,
            List<String> mandatory,
            List<VersionLine> versions) {}

    record VariableLine(String name, String means, boolean list, boolean flag, boolean link) {}

    record VersionLine(int version, boolean custom, Instant publishedAt, String publishedBy) {}

    record VersionPage(
            int version, String subject, String text, String html, Instant publishedAt, String publishedBy) {}

    @GetMapping
    Mono<List<TemplateLine>> all(@AuthenticationPrincipal Actor by) {
        return answers(new NewestWordings(by.tenant()))
                .map(newest -> Stream.of(NotificationKind.values())
                        .flatMap(kind -> Stream.of(Language.values()).map(language -> line(kind, language, newest)))
                        .toList());
    }

    @GetMapping("/{kind}")
    Mono<ResponseEntity<TemplatePage>> one(
            @AuthenticationPrincipal Actor by, @PathVariable String kind, @RequestParam Optional<String> language) {
        var ofKind = kindIn(kind);
        var in = languageIn(language);
        return answers(new VersionsOfTemplate(by.tenant(), ofKind, in)).map(versions -> {
            var answer = ResponseEntity.ok();
            versions.stream().findFirst().ifPresent(newest -> answer.eTag(Long.toString(newest.streamVersion())));
            return answer.body(page(ofKind, in, versions));
        });
    }

    @GetMapping("/{kind}/versions/{number}")
    Mono<VersionPage> version(
            @AuthenticationPrincipal Actor by,
            @PathVariable String kind,
            @PathVariable int number,
            @RequestParam Optional<String> language) {
        var ofKind = kindIn(kind);
        var in = languageIn(language);
        return answers(new VersionsOfTemplate(by.tenant(), ofKind, in))
                .map(versions -> versions.stream()
                        .filter(version -> version.version() == number)
                        .findFirst()
                        .map(version -> versionPage(version, wordingOf(version)))
                        .orElseThrow(() -> new Refused(TEMPLATE_VERSION_UNKNOWN)));
    }

    /** What a letter would say if it went out now. */
    Mono<Wording> inForce(Actor by, NotificationKind kind, Language language) {
        return answers(new VersionsOfTemplate(by.tenant(), kind, language))
                .map(versions ->
                        versions.stream().findFirst().map(this::wordingOf).orElseGet(() -> shipped.of(kind, language)));
    }

    static NotificationKind kindIn(String kind) {
        return Shape.choice("kind", kind, NotificationKind.class);
    }

    static Language languageIn(Optional<String> language) {
        return Shape.choice("language", language.orElse("en"), Language.class);
    }

    private Wording wordingOf(PublishedWording version) {
        return version.custom() ? version.wording() : shipped.of(version.kind(), version.language());
    }

    private Mono<List<PublishedWording>> answers(Object question) {
        return Mono.fromFuture(
                () -> queries.query(question, ResponseTypes.multipleInstancesOf(PublishedWording.class)));
    }

    private static TemplateLine line(NotificationKind kind, Language language, List<PublishedWording> newest) {
        var found = newest.stream()
                .filter(wording -> wording.kind() == kind && wording.language() == language)
                .findFirst();
        return new TemplateLine(
                kind,
                language,
                found.map(PublishedWording::version).orElse(0),
                found.map(PublishedWording::custom).orElse(false),
                found.map(PublishedWording::publishedAt),
                found.map(PublishedWording::publishedBy));
    }

    private TemplatePage page(NotificationKind kind, Language language, List<PublishedWording> versions) {
        var ours = shipped.of(kind, language);
        var newest = versions.stream().findFirst();
        var inForce = newest.map(this::wordingOf).orElse(ours);
        return new TemplatePage(
                kind,
                language,
                newest.map(PublishedWording::version).orElse(0),
                newest.map(PublishedWording::custom).orElse(false),
                inForce.subject(),
                inForce.text(),
                inForce.html(),
                ours,
                Variable.of(kind).stream().map(TemplateDesk::variable).toList(),
                Part.of(kind).stream().map(WireFormat::name).toList(),
                WordingRules.of(kind).mandatory().stream().map(Variable::word).toList(),
                versions.stream()
                        .map(it -> new VersionLine(it.version(), it.custom(), it.publishedAt(), it.publishedBy()))
                        .toList());
    }

    private static VariableLine variable(Variable variable) {
        return new VariableLine(
                variable.word(),
                variable.meaning(),
                variable.sort() == Variable.Sort.LIST,
                variable.sort() == Variable.Sort.FLAG,
                variable.sort() == Variable.Sort.LINK);
    }

    private static VersionPage versionPage(PublishedWording it, Wording wording) {
        return new VersionPage(
                it.version(), wording.subject(), wording.text(), wording.html(), it.publishedAt(), it.publishedBy());
    }
}
