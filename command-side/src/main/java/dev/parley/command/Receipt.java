package dev.parley.command;

import dev.parley.api.Accepted;
import dev.parley.api.Envelope;
import java.net.URI;
import java.util.OptionalLong;
import org.axonframework.commandhandling.CommandResultMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * What an accepted command leaves in the client's hands.
 *
 * @param version of the stream after it; the client's next {@code If-Match}
 * @param position of the log after it; a read that waits for it shows the change
 */
public record Receipt(long version, OptionalLong position, Object answer) {
    private static final String POSITION = "X-Parley-Position";

    static Receipt of(CommandResultMessage<?> result) {
        var position = result.getMetaData().get(Envelope.POSITION);
        return new Receipt(
                versionIn(result.getPayload()),
                position instanceof Number number ? OptionalLong.of(number.longValue()) : OptionalLong.empty(),
                result.getPayload());
    }

    public ResponseEntity<Void> noContent() {
        return answer(HttpStatus.NO_CONTENT).build();
    }

    public <T> ResponseEntity<T> ok(T body) {
        return answer(HttpStatus.OK).body(body);
    }

    public <T> ResponseEntity<T> created(String location, T body) {
        return answer(HttpStatus.CREATED).location(URI.create(location)).body(body);
    }

    private ResponseEntity.BodyBuilder answer(HttpStatus status) {
        var answer = ResponseEntity.status(status).eTag(Long.toString(version));
        position.ifPresent(number -> answer.header(POSITION, Long.toString(number)));
        return answer;
    }

    private static long versionIn(@Nullable Object payload) {
        return switch (payload) {
            case Number version -> version.longValue();
            case Accepted accepted -> accepted.version();
            case null, default ->
                throw new IllegalStateException("an accepted command answers with its version, not with " + payload);
        };
    }
}
