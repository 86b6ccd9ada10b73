package dev.parley.driver.conformance;

/** Something went otherwise than the script says. */
final class Unexpected extends RuntimeException {
    Unexpected(String what) {
        super(what);
    }
}
