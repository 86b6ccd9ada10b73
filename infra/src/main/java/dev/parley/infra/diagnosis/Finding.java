package dev.parley.infra.diagnosis;

/**
 * What one step found.
 *
 * @param found what was seen, in the server's words where it said something
 * @param cause a stable word; empty where all is well
 * @param says the cause in a sentence
 * @param advice what to do about it
 */
public record Finding(Step step, State state, String found, String cause, String says, String advice) {

    public enum Step {
        CONNECT,
        TLS,
        CERTIFICATE,
        HELO,
        LOGIN,
        SENDER,
        MX,
        SPF,
        DKIM,
        DMARC
    }

    public enum State {
        OK,
        WARNING,
        WRONG,
        SKIPPED
    }

    static Finding ok(Step step, String found) {
        return new Finding(step, State.OK, found, "", "", "");
    }

    static Finding skipped(Step step, String why) {
        return new Finding(step, State.SKIPPED, why, "", "", "");
    }

    static Finding of(Step step, Cause cause, String found) {
        return new Finding(step, cause.state(), found, cause.name(), cause.says(), cause.advice());
    }
}
