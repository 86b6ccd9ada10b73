package dev.parley.command.questionset;

import static dev.parley.api.ShapeRefusal.MALFORMED_NUMBER;
import static dev.parley.api.questionset.QuestionSetRefusal.TABLE_UNREADABLE;

import dev.parley.api.Refused;
import dev.parley.command.questionset.MappingBody.CrmFieldBody;
import dev.parley.command.questionset.QuestionBody.ConditionBody;
import dev.parley.command.questionset.QuestionBody.TranslationBody;
import dev.parley.command.questionset.QuestionSetBody.LanguagesBody;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/** Reads a table of questions as {@link TableWriter} writes it. Nothing in it is passed over: what is not understood is refused. */
final class TableReader {
    private static final Set<String> OF_THE_SET = Set.of("set", "set_category", "language", "languages");
    private static final Set<String> OF_A_QUESTION = Set.of(
            "id",
            "category",
            "text",
            "type",
            "mandatory",
            "options",
            "max_follow_ups",
            "signal",
            "ask_when",
            "unit",
            "weight",
            "crm_field",
            "crm_transform",
            "crm_values");
    private static final Pattern TRANSLATED = Pattern.compile("(?:text|options)\\[(.+)]");

    private final Map<String, String> cells;

    private TableReader(Map<String, String> cells) {
        this.cells = cells;
    }

    static QuestionSetBody read(String table) {
        var rows = rows(table.startsWith(TableWriter.BYTE_ORDER_MARK) ? table.substring(1) : table);
        if (rows.isEmpty()) throw new Refused(TABLE_UNREADABLE, "text").atLine(1);
        mustAgree(rows);
        var set = new TableReader(rows.getFirst());
        return new QuestionSetBody(
                null,
                set.text("set"),
                set.text("set_category"),
                IntStream.range(0, rows.size())
                        .mapToObj(i -> new TableReader(rows.get(i)).question("questions[" + i + "]."))
                        .toList(),
                new LanguagesBody(set.text("language"), set.texts("languages")));
    }

    private static List<Map<String, String>> rows(String table) {
        try (var rows = reader(table).<Map<String, String>>readValues(table)) {
            var all = rows.readAll();
            if (!all.isEmpty()) all.getFirst().keySet().forEach(TableReader::mustBeKnown);
            return all;
        } catch (JacksonException e) {
            var line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            throw new Refused(TABLE_UNREADABLE).atLine(line);
        }
    }

    /** Where commas are decimal, spreadsheets part cells by semicolons. */
    private static ObjectReader reader(String table) {
        var header = table.lines().findFirst().orElse("");
        var separator = header.contains(";") && !header.contains(",") ? ';' : ',';
        return new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader().withColumnSeparator(separator));
    }

    private static void mustBeKnown(String column) {
        if (!OF_THE_SET.contains(column)
                && !OF_A_QUESTION.contains(column)
                && !TRANSLATED.matcher(column).matches()) throw new Refused(TABLE_UNREADABLE, column).atLine(1);
    }

    private static void mustAgree(List<Map<String, String>> rows) {
        for (var i = 1; i < rows.size(); i++)
            for (var column : OF_THE_SET)
                if (!rows.get(i).getOrDefault(column, "").equals(rows.getFirst().getOrDefault(column, "")))
                    throw new Refused(TABLE_UNREADABLE, column).atLine(i + 2);
    }

    private QuestionBody question(String path) {
        return new QuestionBody(
                text("id"),
                text("text"),
                text("type"),
                Optional.ofNullable(text("mandatory"))
                        .map(said -> said.matches("(?i)yes|true|1|x"))
                        .orElse(false),
                texts("options"),
                number(path, "maxFollowUps", "max_follow_ups"),
                text("signal"),
                texts("ask_when").stream().map(TableReader::condition).toList(),
                text("category"),
                text("unit"),
                translations(),
                mapping(path));
    }

    private List<TranslationBody> translations() {
        return cells.keySet().stream()
                .map(TRANSLATED::matcher)
                .filter(column -> column.matches())
                .map(column -> column.group(1))
                .distinct()
                .filter(language -> text("text[" + language + "]") != null
                        || !texts("options[" + language + "]").isEmpty())
                .map(language -> new TranslationBody(
                        language, text("text[" + language + "]"), texts("options[" + language + "]")))
                .toList();
    }

    private @Nullable MappingBody mapping(String path) {
        var weight = number(path, "mapping.weight", "weight");
        var field = text("crm_field");
        var isMapped = Stream.of("crm_field", "crm_transform", "crm_values").anyMatch(column -> text(column) != null);
        var crm = isMapped ? new CrmFieldBody(field, text("crm_transform"), values()) : null;
        return weight == null && crm == null ? null : new MappingBody(weight, crm);
    }

    private Map<String, String> values() {
        return texts("crm_values").stream()
                .collect(Collectors.toMap(
                        pair -> pair.substring(0, Math.max(pair.lastIndexOf('='), 0))
                                .strip(),
                        pair -> pair.substring(pair.lastIndexOf('=') + 1).strip(),
                        (first, _) -> first,
                        LinkedHashMap::new));
    }

    private static ConditionBody condition(String text) {
        var words = text.split(" ", 3);
        return new ConditionBody(words[0], words.length > 1 ? words[1] : null, words.length > 2 ? words[2] : null);
    }

    private @Nullable Integer number(String path, String field, String column) {
        var text = text(column);
        if (text == null) return null;
        if (!text.matches("-?\\d{1,9}")) throw new Refused(MALFORMED_NUMBER, path + field);
        return Integer.valueOf(text);
    }

    private @Nullable String text(String column) {
        return Cell.text(cells.getOrDefault(column, "")).orElse(null);
    }

    private List<String> texts(String column) {
        return Cell.texts(cells.getOrDefault(column, ""));
    }
}
