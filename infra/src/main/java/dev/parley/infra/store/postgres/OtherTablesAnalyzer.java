package dev.parley.infra.store.postgres;

import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Data of a version that was never released has other tables; said in two sentences instead of a stack trace. */
class OtherTablesAnalyzer extends AbstractFailureAnalyzer<FlywayValidateException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, FlywayValidateException failure) {
        return new FailureAnalysis(
                "The database was made by another version of Parley, with other tables.",
                "Start the version that made it, or point PARLEY_HOME (or PARLEY_DATABASE_URL) somewhere empty; nothing was"
                        + " changed. The differences: " + failure.getMessage(),
                root);
    }
}
