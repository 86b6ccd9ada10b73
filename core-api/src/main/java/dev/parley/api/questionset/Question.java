package dev.parley.api.questionset;

import static dev.parley.api.questionset.QuestionSetRefusal.LANGUAGE_TWICE;
import static dev.parley.api.questionset.QuestionSetRefusal.OPTIONS_DIFFER;
import static dev.parley.api.questionset.QuestionSetRefusal.OPTIONS_NEEDED;
import static dev.parley.api.questionset.QuestionSetRefusal.TRANSFORM_DOES_NOT_FIT;
import static dev.parley.api.questionset.QuestionSetRefusal.UNIT_NEEDS_NUMBER;
import static java.util.Comparator.comparing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.api.Refused;
import dev.parley.api.Shape;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One question with its contract for an answer.
 *
 * @param options the choices of {@code CHOICE} and {@code MULTI}; empty otherwise
 * @param maxFollowUps how often the interviewer may dig deeper, 0 to 5
 * @param signal what an answer tells about the lead, for the score
 * @param askWhen all of these must hold; asked in any case if there are none
 * @param category under which it stands in its set; may be empty
 * @param unit of a {@code NUMBER}: what is counted, for instance {@code EUR} or {@code seats}; may be empty
 * @param translations its words in other languages
 */
public record Question(
        QuestionId questionId,
        String text,
        QuestionType type,
        boolean mandatory,
        List<String> options,
        int maxFollowUps,
        Signal signal,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Condition> askWhen,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String category,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String unit,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Translation> translations,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Mapping> mapping) {
    private static final int CONDITIONS = 10;

    @JsonCreator
    public Question {
        text = Shape.line("text", text, Shape.SENTENCE);
        options = Shape.each("options", options, 20, (path, option) -> Shape.line(path, option, 200));
        maxFollowUps = Shape.number("maxFollowUps", maxFollowUps, 0, 5);
        if (type.hasOptions() && options.size() < 2) throw new Refused(OPTIONS_NEEDED, "options");
        askWhen = Shape.each("askWhen", askWhen, CONDITIONS, (_, condition) -> condition);
        category = Shape.optionalLine("category", category, 80);
        unit = Shape.optionalLine("unit", unit, 20);
        if (!unit.isEmpty() && type != QuestionType.NUMBER) throw new Refused(UNIT_NEEDS_NUMBER, "unit");
        translations = Shape.each("translations", translations, Languages.MOST, (_, words) -> words);
        mustSayTheSame(options, translations);
        translations =
                translations.stream().sorted(comparing(Translation::language)).toList();
        if (mapping.flatMap(Mapping::crm)
                .filter(field -> !field.transform().fits(type))
                .isPresent()) throw new Refused(TRANSFORM_DOES_NOT_FIT, "mapping.crm.transform");
    }

    /** One that is asked in any case. */
    public Question(
            QuestionId questionId,
            String text,
            QuestionType type,
            boolean mandatory,
            List<String> options,
            int maxFollowUps,
            Signal signal) {
        this(questionId, text, type, mandatory, options, maxFollowUps, signal, List.of());
    }

    /** One that is neither sorted, nor translated, nor mapped. */
    public Question(
            QuestionId questionId,
            String text,
            QuestionType type,
            boolean mandatory,
            List<String> options,
            int maxFollowUps,
            Signal signal,
            List<Condition> askWhen) {
        this(
                questionId,
                text,
                type,
                mandatory,
                options,
                maxFollowUps,
                signal,
                askWhen,
                "",
                "",
                List.of(),
                Optional.empty());
    }

    private static void mustSayTheSame(List<String> options, List<Translation> translations) {
        var seen = new HashSet<String>();
        for (var i = 0; i < translations.size(); i++) {
            var path = "translations[" + i + "]";
            if (!seen.add(translations.get(i).language())) throw new Refused(LANGUAGE_TWICE, path + ".language");
            if (translations.get(i).options().size() != options.size())
                throw new Refused(OPTIONS_DIFFER, path + ".options");
        }
    }

    public Question under(String other) {
        return new Question(
                questionId,
                text,
                type,
                mandatory,
                options,
                maxFollowUps,
                signal,
                askWhen,
                other,
                unit,
                translations,
                mapping);
    }

    public Question measuredIn(String other) {
        return new Question(
                questionId,
                text,
                type,
                mandatory,
                options,
                maxFollowUps,
                signal,
                askWhen,
                category,
                other,
                translations,
                mapping);
    }

    public Question translated(List<Translation> others) {
        return new Question(
                questionId,
                text,
                type,
                mandatory,
                options,
                maxFollowUps,
                signal,
                askWhen,
                category,
                unit,
                others,
                mapping);
    }

    public Question mappedTo(Mapping other) {
        return new Question(
                questionId,
                text,
                type,
                mandatory,
                options,
                maxFollowUps,
                signal,
                askWhen,
                category,
                unit,
                translations,
                Optional.of(other));
    }

    public boolean isTranslatedInto(String language) {
        return translation(language).isPresent();
    }

    /** As it is put to whoever speaks this language: text and options translated, or as they are where nobody did so. */
    public Question in(String language) {
        return translation(language)
                .map(words -> new Question(
                        questionId,
                        words.text(),
                        type,
                        mandatory,
                        words.options(),
                        maxFollowUps,
                        signal,
                        askWhen,
                        category,
                        unit,
                        translations,
                        mapping))
                .orElse(this);
    }

    /** The normal form of an answer that names options in whichever language: what conditions, scores and the CRM know. */
    public String inOwnWords(String answer) {
        if (!type.hasOptions() || translations.isEmpty()) return answer;
        return ownOption(answer)
                .orElseGet(() -> Arrays.stream(answer.split("[;,]"))
                        .map(part -> ownOption(part.strip()).orElse(part.strip()))
                        .collect(Collectors.joining("; ")));
    }

    private Optional<String> ownOption(String said) {
        return Stream.concat(Stream.of(options), translations.stream().map(Translation::options))
                .flatMap(named -> IntStream.range(0, named.size())
                        .filter(i -> named.get(i).equalsIgnoreCase(said))
                        .mapToObj(options::get))
                .findFirst();
    }

    private Optional<Translation> translation(String language) {
        return translations.stream()
                .filter(words -> words.language().equals(language))
                .findFirst()
                .or(() -> translations.stream()
                        .filter(words -> words.isUnderstoodIn(language))
                        .findFirst());
    }

    public boolean dependsOn(QuestionId other) {
        return askWhen.stream().anyMatch(condition -> condition.questionId().equals(other));
    }

    /** @param answers in their normal form, of the questions that have one */
    public boolean isDueAfter(Map<QuestionId, String> answers) {
        return askWhen.stream()
                .allMatch(condition -> condition.holdsFor(Optional.ofNullable(answers.get(condition.questionId()))));
    }

    /** What a question is about, in the terms of lead qualification (BANT and friends). */
    public enum Signal {
        NEED,
        BUDGET,
        AUTHORITY,
        TIMING,
        FIT,
        NONE
    }
}
