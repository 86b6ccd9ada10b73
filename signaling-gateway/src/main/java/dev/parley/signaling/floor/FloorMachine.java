package dev.parley.signaling.floor;

import dev.parley.api.interview.Silence;
import dev.parley.api.meeting.ParticipantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Who has the floor. What time brings about happens at its own time, before whatever comes later: how often it is asked
 * changes nothing, and the same inputs give the same floor.
 */
public final class FloorMachine {
    private final FloorSettings settings;
    private final Map<ParticipantId, Speaker> speakers = new TreeMap<>(Comparator.comparing(ParticipantId::value));
    private final Mouth mouth = new Mouth();
    private final List<FloorOutput> outputs = new ArrayList<>();
    private Optional<ParticipantId> holder = Optional.empty();
    private Optional<Instant> quietSince = Optional.empty();
    private boolean owesReply;
    private int rung;

    /** Something that time alone brings about. */
    private record Due(Instant at, Runnable act) {}

    public FloorMachine(FloorSettings settings) {
        this.settings = settings;
    }

    /** @return what follows, in order */
    public List<FloorOutput> on(FloorInput input) {
        outputs.clear();
        for (var due = next(); due.filter(one -> !one.at().isAfter(input.at())).isPresent(); due = next())
            due.get().act().run();
        take(input);
        return List.copyOf(outputs);
    }

    /** When to tick, if nothing happens before. */
    public Optional<Instant> wakesAt() {
        return next().map(Due::at);
    }

    public Optional<ParticipantId> holder() {
        return holder;
    }

    public FloorState state() {
        if (mouth.isStopped()) return FloorState.YIELD;
        var heard = heard();
        if (mouth.isSpeaking()) return heard > 0 ? FloorState.OVERLAP : FloorState.AI_SPEAKING;
        if (holder.isPresent()) return heard > 1 ? FloorState.OVERLAP : FloorState.LEAD;
        return owesReply ? FloorState.AI_THINKING : FloorState.IDLE;
    }

    /** Whether this voice is one that keeps nobody waiting. */
    public boolean isNoise(ParticipantId who) {
        return Optional.ofNullable(speakers.get(who)).filter(Speaker::isNoisy).isPresent();
    }

    /** Whether the interviewer was stopped, and may yet go on. */
    public boolean isStopped() {
        return mouth.isStopped();
    }

    private long heard() {
        return speakers.values().stream().filter(Speaker::isHeard).count();
    }

    private void take(FloorInput input) {
        switch (input) {
            case FloorInput.VoiceOn on -> {
                speaker(on.who()).voiceOn(on.at(), on.alone(), on.becomesWords());
                quietSince = Optional.empty();
            }
            case FloorInput.VoiceOff off -> {
                speaker(off.who()).voiceOff(off.at());
                passOn();
                isQuiet(off.at());
            }
            case FloorInput.Silenced silenced -> {
                speaker(silenced.who()).silenced(silenced.at());
                passOn();
                isQuiet(silenced.at());
            }
            case FloorInput.Words words -> {
                var speaker = speaker(words.who());
                speaker.words(words.text(), words.isFinal(), words.at());
                heardWords(words.who(), speaker, words.at());
            }
            case FloorInput.Typing typing -> {
                quietSince = quietSince.map(_ -> typing.at());
                rung = 0;
            }
            case FloorInput.SentenceBegins begins -> {
                if (mouth.isDoneSpeaking()) beginsToSpeak();
                mouth.begins(begins.sentence());
                owesReply = false;
                if (rung == 0) quietSince = Optional.empty(); // What it says into a silence does not end it.
            }
            case FloorInput.SentenceEnds ends -> mouth.ends(ends.sentence());
            case FloorInput.SpeechEnds ends -> speechIsOver(ends.at());
            case FloorInput.SpeechCancelled cancelled -> {
                if (!mouth.isStopped()) speechIsOver(cancelled.at());
            }
            case FloorInput.NobodyIsAwaited _ -> {
                quietSince = Optional.empty();
                rung = 0;
            }
            case FloorInput.Tick _ -> {}
        }
    }

    private Speaker speaker(ParticipantId who) {
        return speakers.computeIfAbsent(who, _ -> new Speaker());
    }

    private void heardWords(ParticipantId who, Speaker speaker, Instant at) {
        quietSince = Optional.empty();
        if (mouth.isSpeaking()) {
            if (speaker.hasSaidSomething() && speaker.phrase().words().size() >= settings.wordsCutIn())
                stopFor(who, at);
            else return;
        }
        if (mouth.isStopped() && !speaker.hasSaidSomething()) return;
        if (mouth.isStopped()) outputs.add(new FloorOutput.DropUnheard(at, mouth.drop()));
        if (owesReply) {
            owesReply = false;
            outputs.add(new FloorOutput.TurnGoesOn(at, who));
        }
        rung = 0;
        if (holder.isEmpty()) holder = Optional.of(who);
    }

    private void stopFor(ParticipantId who, Instant at) {
        outputs.add(new FloorOutput.StopSpeech(at, mouth.stop(at)));
        holder = Optional.of(who);
        if (speaker(who).isWordless()) outputs.add(new FloorOutput.DropUnheard(at, mouth.drop()));
    }

    /** What was said before is no word into it. */
    private void beginsToSpeak() {
        speakers.values().forEach(Speaker::forgetWords);
        passOn();
    }

    private void speechIsOver(Instant at) {
        mouth.isDone();
        speakers.values().stream().filter(one -> !one.hasSaidSomething()).forEach(Speaker::forgetWords);
        isQuiet(at);
    }

    /** Only who has nothing to wait for gets impatient. */
    private void isQuiet(Instant at) {
        if (mouth.isDoneSpeaking() && !owesReply && quietSince.isEmpty() && heard() == 0) quietSince = Optional.of(at);
    }

    private Optional<Due> next() {
        var dues = new ArrayList<Due>();
        speakers.forEach((who, speaker) -> dueOf(who, speaker, dues));
        if (mouth.isSpeaking()) cuttingIn().ifPresent(dues::add);
        if (mouth.isStopped() && hasNobodySpoken())
            mouth.stoppedAt().ifPresent(at -> dues.add(resuming(at.plus(settings.resumesAfter()))));
        quietSince
                .filter(_ -> mouth.isDoneSpeaking()
                        && rung < Silence.values().length
                        && speakers.values().stream().noneMatch(Speaker::hasWords))
                .ifPresent(
                        since -> dues.add(climbing(since.plus(settings.ladder().get(rung)))));
        return dues.stream().min(Comparator.comparing(Due::at));
    }

    private void dueOf(ParticipantId who, Speaker speaker, List<Due> dues) {
        speaker.noiseAt(settings).ifPresent(at -> dues.add(new Due(at, () -> noise(who, speaker, at))));
        if (mouth.isDoneSpeaking())
            speaker.endsAt(settings.lead()).ifPresent(at -> dues.add(new Due(at, () -> endTurn(who, speaker, at))));
    }

    /** By a voice that may do so alone, or by the second of two at once. */
    private Optional<Due> cuttingIn() {
        var voices = speakers.entrySet().stream()
                .filter(one -> one.getValue().mayStop())
                .sorted(Comparator.comparing(one -> one.getValue().voiceSince().orElse(Instant.MAX)))
                .toList();
        return IntStream.range(0, voices.size())
                .filter(place -> place > 0 || voices.get(place).getValue().mayStopAlone())
                .mapToObj(voices::get)
                .findFirst()
                .map(one -> cuttingIn(one.getKey(), one.getValue().voiceSince().orElse(Instant.MAX)));
    }

    private Due cuttingIn(ParticipantId who, Instant since) {
        var at = mouth.notBefore(since).plus(settings.cutsIn());
        return new Due(at, () -> stopFor(who, at));
    }

    private boolean hasNobodySpoken() {
        return speakers.values().stream().noneMatch(one -> one.isHeard() || one.hasSaidSomething());
    }

    private Due resuming(Instant at) {
        return new Due(at, () -> resume(at));
    }

    private void resume(Instant at) {
        speakers.values().forEach(Speaker::forgetWords);
        holder = Optional.empty();
        outputs.add(new FloorOutput.ResumeSpeech(at, mouth.resume(at)));
    }

    private void noise(ParticipantId who, Speaker speaker, Instant at) {
        speaker.isNoise();
        outputs.add(new FloorOutput.VoiceIsNoise(at, who));
        if (mouth.isStopped() && hasNobodySpoken()) resume(at);
        passOn();
        isQuiet(at);
    }

    /** The interviewer talks over nobody: it is its turn when nobody else is in one. */
    private void endTurn(ParticipantId who, Speaker speaker, Instant at) {
        outputs.add(new FloorOutput.EndOfTurn(at, who, speaker.phrase().text()));
        speaker.turnIsOver();
        owesReply = true;
        holder = nextSpeaker();
    }

    /** Whoever made a sound and said nothing keeps nobody waiting. */
    private void passOn() {
        if (mouth.isStopped() || holder.isEmpty()) return;
        var speaker = speaker(holder.get());
        if (!speaker.hasWords() && !speaker.isHeard()) holder = nextSpeaker();
    }

    private Optional<ParticipantId> nextSpeaker() {
        return first(Speaker::hasWords).or(() -> first(Speaker::isHeard));
    }

    private Optional<ParticipantId> first(Predicate<Speaker> which) {
        return speakers.entrySet().stream()
                .filter(one -> which.test(one.getValue()))
                .min(Comparator.comparing(one -> one.getValue().voiceSince().orElse(Instant.MAX)))
                .map(Map.Entry::getKey);
    }

    private Due climbing(Instant at) {
        return new Due(at, () -> outputs.add(new FloorOutput.StaysSilent(at, Silence.values()[rung++])));
    }
}
