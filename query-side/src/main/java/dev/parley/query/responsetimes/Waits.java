package dev.parley.query.responsetimes;

import dev.parley.api.interview.InterviewQuery.ResponseTime;
import dev.parley.api.interview.InterviewQuery.ResponseTimes;
import dev.parley.api.interview.InterviewQuery.StageTimes;
import dev.parley.api.meeting.MeetingId;
import dev.parley.query.responsetimes.Spoken.ByInterviewer;
import dev.parley.query.responsetimes.Spoken.ByLead;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Pairs what a lead said last with what the interviewer said first after it. Pure. */
final class Waits {
    private final List<ResponseTime> replies = new ArrayList<>();
    private Optional<ByLead> waiting = Optional.empty();
    private boolean isOfAMeeting;

    Waits after(Spoken spoken) {
        isOfAMeeting = true;
        switch (spoken) {
            case ByLead words -> waiting = Optional.of(words);
            case ByInterviewer reply -> {
                waiting.map(words -> replyTo(words, reply)).ifPresent(replies::add);
                waiting = Optional.empty();
            }
            case Spoken.Hushed _ -> waiting = Optional.empty();
            case Spoken.Scheduled _, Spoken.ByOthers _ -> {}
        }
        return this;
    }

    private static ResponseTime replyTo(ByLead words, ByInterviewer reply) {
        return new ResponseTime(
                words.segmentId(),
                reply.segmentId(),
                words.source(),
                words.endedAt(),
                between(words.endedAt(), words.storedAt()),
                between(words.storedAt(), reply.storedAt()),
                reply.moment());
    }

    /** The clocks of two nodes may differ by a little; nobody is answered before they spoke. */
    private static Duration between(Instant from, Instant to) {
        return to.isBefore(from) ? Duration.ZERO : Duration.between(from, to);
    }

    boolean isOfAMeeting() {
        return isOfAMeeting;
    }

    ResponseTimes of(MeetingId meeting) {
        return new ResponseTimes(
                meeting,
                stage(ResponseTime::heard),
                stage(ResponseTime::decided),
                stage(ResponseTime::waited),
                List.copyOf(replies));
    }

    private StageTimes stage(Function<ResponseTime, Duration> stage) {
        var times = replies.stream().map(stage).sorted().toList();
        return new StageTimes(times.size(), share(times, 0.5), share(times, 0.95), share(times, 1));
    }

    /** The nearest rank: a time that somebody really waited. */
    private static Duration share(List<Duration> sorted, double share) {
        if (sorted.isEmpty()) return Duration.ZERO;
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }
}
