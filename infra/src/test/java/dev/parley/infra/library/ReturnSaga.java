package dev.parley.infra.library;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import dev.parley.api.questionset.QuestionSetEvent.QuestionSetDrafted;
import dev.parley.api.questionset.QuestionSetId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.annotation.DeadlineHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;

/** A book that is drafted must come back, after as many milliseconds as its title says. */
@Saga
@ProcessingGroup("saga.returns")
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
public class ReturnSaga {
    /** Only what was committed: a firing that was rolled back is tried again, and has had no effect. */
    public static final List<QuestionSetId> returned = new CopyOnWriteArrayList<>();

    record Due(QuestionSetId book) {}

    @StartSaga
    @SagaEventHandler(associationProperty = "questionSetId")
    void on(QuestionSetDrafted event, DeadlineManager deadlines) {
        deadlines.schedule(Duration.ofMillis(Long.parseLong(event.title())), "due", new Due(event.questionSetId()));
    }

    @EndSaga
    @DeadlineHandler(deadlineName = "due")
    void on(Due due) {
        CurrentUnitOfWork.get().afterCommit(_ -> returned.add(due.book()));
    }
}
