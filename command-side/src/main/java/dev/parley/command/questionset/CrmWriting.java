package dev.parley.command.questionset;

import dev.parley.api.questionset.Question;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How answers are written into the CRM, without writing them: the same words that a real write would send. */
public interface CrmWriting {

    /** @param record of the lead in the CRM, if it is known */
    Preview preview(Optional<String> record, List<Answered> answers);

    /**
     * @param value in the normal form of answers
     * @param unit of a number, where one was named
     */
    record Answered(Question question, String value, Optional<String> unit) {}

    /**
     * @param path below the service's root
     * @param body exactly as it would be sent; empty where there is nothing to write
     * @param omitted what is not written, and why
     */
    record Preview(String method, String path, Map<String, String> headers, String body, List<Omitted> omitted) {}

    record Omitted(Question question, Reason reason) {}

    /** Why an answer is not written. */
    enum Reason {
        NOT_MAPPED,
        NO_SUCH_VALUE,
        NOT_A_NUMBER,
        NOT_A_DATE,
        NEITHER_YES_NOR_NO,
        OTHER_UNIT,
        FIELD_TAKEN
    }
}
