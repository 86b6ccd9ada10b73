package dev.parley.infra.library;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import dev.parley.api.questionset.QuestionSetEvent.QuestionSetDrafted;
import dev.parley.api.questionset.QuestionSetEvent.QuestionSetRevised;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;

/** Remembers each title that a book had, in its order; cannot digest every title. */
@Saga
@ProcessingGroup("saga.loans")
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
public class LoanSaga {
    public static volatile boolean knowsPoison;

    private List<String> titles = new ArrayList<>();

    @StartSaga
    @SagaEventHandler(associationProperty = "questionSetId")
    void on(QuestionSetDrafted event) {
        titles.add(event.title());
    }

    @SagaEventHandler(associationProperty = "questionSetId")
    void on(QuestionSetRevised event) {
        titles.add(event.title());
        if (event.title().equals("Poison") && !knowsPoison) throw new IllegalStateException("half changed");
    }
}
