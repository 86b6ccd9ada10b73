package dev.parley.command.questionset;

import dev.parley.api.Refused;
import dev.parley.command.questionset.QuestionBody.TranslationBody;
import java.util.List;
import java.util.regex.Pattern;

/** Tells whoever fills in a table where in it a fault is: by row, counted from the header, and by column. */
final class TableFaults {
    private static final Pattern OF_A_QUESTION = Pattern.compile("questions\\[(\\d+)](?:\\.(.*))?");
    private static final Pattern OF_A_TRANSLATION = Pattern.compile("translations\\[(\\d+)]\\.(\\w+).*");
    private static final int FIRST_ROW = 2;

    private TableFaults() {}

    static Refused in(Refused refused, QuestionSetBody table) {
        var path = OF_A_QUESTION.matcher(refused.field().orElse(""));
        if (!path.matches())
            return new Refused(refused.refusal(), ofTheSet(refused.field().orElse("")))
                    .atLine(refused.line().orElse(1));
        var row = Integer.parseInt(path.group(1));
        var field = path.group(2) == null ? "" : path.group(2);
        return new Refused(refused.refusal(), column(field, table, row)).atLine(row + FIRST_ROW);
    }

    private static String ofTheSet(String field) {
        return switch (field) {
            case "title" -> "set";
            case "category" -> "set_category";
            case "languages.own" -> "language";
            default -> field.startsWith("languages.others") ? "languages" : field;
        };
    }

    private static String column(String field, QuestionSetBody table, int row) {
        var translation = OF_A_TRANSLATION.matcher(field);
        if (translation.matches())
            return translation.group(2) + "[" + language(table, row, Integer.parseInt(translation.group(1))) + "]";
        var name = field.replaceFirst("\\[.*", "");
        return switch (name) {
            case "questionId" -> "id";
            case "maxFollowUps" -> "max_follow_ups";
            case "askWhen" -> "ask_when";
            case "mapping.weight" -> "weight";
            default -> name.startsWith("mapping.crm.") ? name.replaceFirst("mapping\\.crm\\.(\\w+).*", "crm_$1") : name;
        };
    }

    private static String language(QuestionSetBody table, int row, int number) {
        var questions = table.questions();
        var translations = questions == null ? null : questions.get(row).translations();
        var words = translations == null ? List.<TranslationBody>of() : translations;
        return number < words.size() ? String.valueOf(words.get(number).language()) : "";
    }
}
