package dev.parley.command.questionset;

import dev.parley.api.WireFormat;
import dev.parley.api.questionset.Condition;
import dev.parley.api.questionset.CrmField;
import dev.parley.api.questionset.Mapping;
import dev.parley.api.questionset.Question;
import dev.parley.api.questionset.QuestionSetCommand.Draft;
import dev.parley.api.questionset.Translation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/** A draft as a table: a row for each question, what is true of the whole set on every row. */
final class TableWriter {
    /** Without it spreadsheets do not read UTF-8. */
    static final String BYTE_ORDER_MARK = "\uFEFF";

    private TableWriter() {}

    static String table(Draft draft) {
        var languages = new TreeSet<>(draft.languages().others());
        draft.questions()
                .forEach(question -> question.translations().stream()
                        .map(Translation::language)
                        .forEach(languages::add));
        var rows = draft.questions().stream()
                .map(question -> row(draft, question, languages))
                .toList();
        var columns = CsvSchema.builder();
        if (!rows.isEmpty()) rows.getFirst().keySet().forEach(columns::addColumn);
        return BYTE_ORDER_MARK
                + new CsvMapper().writer(columns.build().withHeader()).writeValueAsString(rows);
    }

    private static Map<String, String> row(Draft draft, Question question, Iterable<String> languages) {
        var crm = question.mapping().flatMap(Mapping::crm);
        var row = new LinkedHashMap<String, String>();
        row.put("set", Cell.of(draft.title()));
        row.put("set_category", Cell.of(draft.category()));
        row.put("language", draft.languages().own().orElse(""));
        row.put("languages", Cell.of(draft.languages().others()));
        row.put("id", question.questionId().toString());
        row.put("category", Cell.of(question.category()));
        row.put("text", Cell.of(question.text()));
        row.put("type", WireFormat.name(question.type()));
        row.put("mandatory", question.mandatory() ? "yes" : "no");
        row.put("options", Cell.of(question.options()));
        row.put("max_follow_ups", Integer.toString(question.maxFollowUps()));
        row.put("signal", WireFormat.name(question.signal()));
        row.put(
                "ask_when",
                Cell.of(question.askWhen().stream().map(TableWriter::condition).toList()));
        row.put("unit", Cell.of(question.unit()));
        row.put(
                "weight",
                question.mapping().flatMap(Mapping::weight).map(String::valueOf).orElse(""));
        row.put("crm_field", crm.map(CrmField::field).orElse(""));
        row.put(
                "crm_transform",
                crm.map(field -> WireFormat.name(field.transform())).orElse(""));
        row.put("crm_values", Cell.of(crm.map(TableWriter::values).orElse(List.of())));
        for (var language : languages) {
            var words = question.translations().stream()
                    .filter(translation -> translation.language().equals(language))
                    .findFirst();
            row.put("text[" + language + "]", cell(words, Translation::text));
            row.put(
                    "options[" + language + "]",
                    Cell.of(words.map(Translation::options).orElse(List.of())));
        }
        return row;
    }

    private static String cell(Optional<Translation> words, Function<Translation, String> part) {
        return Cell.of(words.map(part).orElse(""));
    }

    private static String condition(Condition condition) {
        return (condition.questionId() + " " + WireFormat.name(condition.is()) + " " + condition.value()).strip();
    }

    private static List<String> values(CrmField field) {
        return field.values().entrySet().stream()
                .map(value -> value.getKey() + " = " + value.getValue())
                .toList();
    }
}
