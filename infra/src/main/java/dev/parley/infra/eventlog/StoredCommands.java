package dev.parley.infra.eventlog;

import java.util.Optional;
import java.util.UUID;
import org.axonframework.messaging.MetaData;

/** What the log remembers of the commands that it holds events of: enough to answer a repeated one as the first was. */
public interface StoredCommands {

    /** Empty if no event of this command is stored, because it never came, was refused or changed nothing. */
    Optional<StoredCommand> find(UUID tenant, UUID commandId);

    /**
     * @param position of the command's last event
     * @param stream of its first event
     * @param first sequence of that event
     * @param sequence of its last event in that stream
     * @param metadata of its first event
     */
    record StoredCommand(long position, String stream, long first, long sequence, MetaData metadata) {}
}
