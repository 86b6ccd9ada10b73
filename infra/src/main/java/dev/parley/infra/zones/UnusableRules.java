package dev.parley.infra.zones;

/** Why an archive of zone rules cannot be used, in a sentence for its operator. */
final class UnusableRules extends Exception {
    private final String reason;

    UnusableRules(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
