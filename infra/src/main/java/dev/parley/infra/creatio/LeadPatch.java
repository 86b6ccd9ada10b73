package dev.parley.infra.creatio;

import dev.parley.api.questionset.CrmField;
import dev.parley.api.questionset.Mapping;
import dev.parley.command.questionset.CrmWriting.Answered;
import dev.parley.command.questionset.CrmWriting.Omitted;
import dev.parley.command.questionset.CrmWriting.Reason;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The change of a lead in Creatio that answers make: {@code PATCH {root}/odata/Lead(<id>)}. The one place where its body is made,
 * whether it is shown or sent.
 */
final class LeadPatch {
    /** With {@code IEEE754Compatible} decimals travel as strings, so none loses digits on the way. */
    private static final Map<String, String> HEADERS = Map.of(
            "Accept", "application/json",
            "Content-Type", "application/json; charset=utf-8; IEEE754Compatible=true");

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ObjectNode fields = JSON.createObjectNode();
    private final List<Omitted> omitted = new ArrayList<>();

    private LeadPatch() {}

    /** The first answer that is mapped to a field is written to it. */
    static LeadPatch of(List<Answered> answers) {
        var patch = new LeadPatch();
        answers.forEach(patch::take);
        return patch;
    }

    static String method() {
        return "PATCH";
    }

    /** Bare ids: {@code guid'…'} is OData 3. */
    static String path(String lead) {
        return "odata/Lead(" + lead + ")";
    }

    static Map<String, String> headers() {
        return HEADERS;
    }

    /** Empty where there is nothing to write. */
    String body() {
        return fields.isEmpty() ? "" : JSON.writeValueAsString(fields);
    }

    List<Omitted> omitted() {
        return List.copyOf(omitted);
    }

    private void take(Answered answered) {
        answered.question()
                .mapping()
                .flatMap(Mapping::crm)
                .ifPresentOrElse(field -> take(answered, field), () -> omit(answered, Reason.NOT_MAPPED));
    }

    private void take(Answered answered, CrmField field) {
        if (fields.has(field.field())) {
            omit(answered, Reason.FIELD_TAKEN);
            return;
        }
        var value = answered.value().strip();
        switch (field.transform()) {
            case TEXT -> fields.put(field.field(), value);
            case NUMBER -> number(answered, field, value);
            case BOOLEAN -> yesOrNo(answered, field, value);
            case DATE -> date(answered, field, value);
            case LOOKUP ->
                entry(field, value)
                        .ifPresentOrElse(
                                id -> fields.put(field.field(), id), () -> omit(answered, Reason.NO_SUCH_VALUE));
        }
    }

    /** What was said in dollars must not stand as euros. */
    private void number(Answered answered, CrmField field, String value) {
        var unit = answered.question().unit();
        if (!unit.isEmpty()
                && answered.unit()
                        .filter(named -> !named.equalsIgnoreCase(unit))
                        .isPresent()) {
            omit(answered, Reason.OTHER_UNIT);
            return;
        }
        try {
            fields.put(field.field(), new BigDecimal(value).toPlainString());
        } catch (NumberFormatException e) {
            omit(answered, Reason.NOT_A_NUMBER);
        }
    }

    private void yesOrNo(Answered answered, CrmField field, String value) {
        switch (value.toLowerCase(Locale.ROOT)) {
            case "yes" -> fields.put(field.field(), true);
            case "no" -> fields.put(field.field(), false);
            default -> omit(answered, Reason.NEITHER_YES_NOR_NO);
        }
    }

    /** People say "next quarter"; that is kept, but is no date. */
    private void date(Answered answered, CrmField field, String value) {
        try {
            fields.put(field.field(), LocalDate.parse(value) + "T00:00:00Z");
        } catch (DateTimeException e) {
            omit(answered, Reason.NOT_A_DATE);
        }
    }

    private static Optional<String> entry(CrmField field, String value) {
        return field.values().entrySet().stream()
                .filter(known -> known.getKey().equalsIgnoreCase(value))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private void omit(Answered answered, Reason reason) {
        omitted.add(new Omitted(answered.question(), reason));
    }
}
