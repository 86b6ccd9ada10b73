package dev.parley.signaling.floor;

import dev.parley.api.transcript.Phrase;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One person's turn so far: whether they make a sound, what they have said, and how slow they are. */
final class Speaker {
    /** A pause somebody has made may be made again, and a bit longer. */
    private static final double ALLOWANCE = 1.4;
    /** What is kept of a speaker's longest pause from one of their turns to the next. */
    private static final double MEMORY = 0.95;

    private Optional<Instant> voiceSince = Optional.empty();
    private Optional<Instant> silentSince = Optional.empty();
    private Optional<Instant> silencedAt = Optional.empty();
    private Instant wordsAt = Instant.MIN;
    private String said = "";
    private String saying = "";
    private boolean noise;
    private boolean hasVoice;
    private boolean alone;
    private boolean wordless;
    private Duration pace = Duration.ZERO;

    /**
     * @param mayStopAlone whether this voice stops the interviewer though nobody else speaks
     * @param becomesWords whether words are to be expected of it
     */
    void voiceOn(Instant at, boolean mayStopAlone, boolean becomesWords) {
        alone = mayStopAlone;
        wordless = !becomesWords;
        if (voiceSince.isPresent()) return;
        hasVoice = true;
        if (hasWords()) wentOn(at);
        voiceSince = Optional.of(at);
        silentSince = Optional.empty();
        silencedAt = Optional.empty();
        noise = false;
    }

    private void wentOn(Instant at) {
        silentSince.map(since -> Duration.between(since, at)).ifPresent(this::learn);
    }

    /** Only what a complete phrase would have been cut by is learned from: after a hesitation everybody pauses. */
    private void learn(Duration pause) {
        if (phrase().ending() != Phrase.Ending.COMPLETE) return;
        var allowed = Duration.ofMillis((long) (pause.toMillis() * ALLOWANCE));
        if (allowed.compareTo(pace) > 0) pace = allowed;
    }

    void voiceOff(Instant at) {
        if (voiceSince.isEmpty()) return;
        voiceSince = Optional.empty();
        silentSince = Optional.of(at);
    }

    void silenced(Instant at) {
        voiceOff(at);
        silencedAt = Optional.of(at);
    }

    void words(String text, boolean isFinal, Instant at) {
        wordsAt = at;
        noise = false;
        wordless = false;
        if (!hasVoice) silentSince = Optional.of(at); // Nobody listens for a voice there: only words tell of silence.
        if (isFinal) said = (said + " " + text).strip();
        saying = isFinal ? "" : text;
    }

    void isNoise() {
        noise = true;
    }

    boolean isNoisy() {
        return noise;
    }

    /** Who is not understood may still mean it. */
    boolean isWordless() {
        return wordless;
    }

    boolean mayStopAlone() {
        return alone;
    }

    /** A nod does not become more by lasting. */
    boolean mayStop() {
        return voiceSince().isPresent() && (!hasWords() || hasSaidSomething());
    }

    void turnIsOver() {
        said = "";
        saying = "";
        silencedAt = Optional.empty();
        silentSince = Optional.empty();
        pace = Duration.ofMillis((long) (pace.toMillis() * MEMORY));
    }

    /** What was pronounced over only is no turn. */
    void forgetWords() {
        said = "";
        saying = "";
    }

    Phrase phrase() {
        return new Phrase((said + " " + saying).strip());
    }

    boolean hasWords() {
        return !said.isEmpty() || !saying.isEmpty();
    }

    boolean hasSaidSomething() {
        return hasWords() && !phrase().isBackchannel();
    }

    boolean isHeard() {
        return voiceSince.isPresent() && !noise;
    }

    Optional<Instant> voiceSince() {
        return voiceSince.filter(_ -> !noise);
    }

    /** When this turn is over if nothing happens: silence, words that stay, and an end that can be one. */
    Optional<Instant> endsAt(EndpointSettings settings) {
        if (!hasWords() || isHeard()) return Optional.empty();
        if (silencedAt.isPresent()) return silencedAt.map(at -> at.plus(settings.closes()));
        var silent = silentSince.orElse(wordsAt).plus(settings.pauseAfter(phrase(), pace));
        var stable = wordsAt.plus(settings.stable());
        return Optional.of(silent.isAfter(stable) ? silent : stable);
    }

    /** When a voice that says nothing turns out to be a noise. */
    Optional<Instant> noiseAt(FloorSettings settings) {
        return voiceSince()
                .filter(since -> !wordless && wordsAt.isBefore(since))
                .map(since -> since.plus(settings.noiseAfter()));
    }
}
