package dev.parley.command.interview;

import dev.parley.api.interview.InterviewCommand.RestModel;
import dev.parley.api.interview.ModelTrouble;
import java.time.Instant;

/** Why and until when the model behind the interviewer is left alone. */
record Rest(ModelTrouble trouble, Instant until) {

    boolean covers(RestModel command) {
        return trouble == command.trouble() && command.at().isBefore(until);
    }
}
