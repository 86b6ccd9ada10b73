package dev.parley.infra.freshness;

import dev.parley.infra.store.postgres.DedicatedConnections;
import dev.parley.infra.store.postgres.RepeatingSession;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears the other nodes' questions and answers them with where this node's parts stand; hears their answers, too. */
final class FreshnessAnswers extends RepeatingSession {
    private static final Logger LOG = LoggerFactory.getLogger(FreshnessAnswers.class);

    private final DedicatedConnections connections;
    private final LocalViews local;
    private final Elsewhere elsewhere;
    private final String thisNode;
    private final NodesSettings settings;

    FreshnessAnswers(
            DedicatedConnections connections,
            LocalViews local,
            Elsewhere elsewhere,
            String thisNode,
            NodesSettings settings) {
        super("freshness-answers", settings.longestPause());
        this.connections = connections;
        this.local = local;
        this.elsewhere = elsewhere;
        this.thisNode = thisNode;
        this.settings = settings;
    }

    @Override
    protected void session() throws SQLException {
        try (var connection = connections.open("freshness-answers", FreshnessQuestions.HINTS_ONLY)) {
            try (var listen = connection.createStatement()) {
                listen.execute("listen " + FreshnessNews.CHANNEL);
            }
            while (isRunning()) hear(connection);
        }
    }

    private void hear(Connection connection) throws SQLException {
        var heard = connection.unwrap(PGConnection.class).getNotifications((int)
                settings.heartbeat().toMillis());
        if (heard == null || heard.length == 0) {
            succeeded(connection.isValid(5));
            return;
        }
        var asked = false;
        for (var notification : heard) {
            asked |= FreshnessNews.isQuestionOfAnother(notification.getParameter(), thisNode);
            read(notification.getParameter());
        }
        if (asked) answer(connection);
        succeeded(true);
    }

    private void read(String payload) {
        try {
            FreshnessNews.read(payload, elsewhere::told);
        } catch (NumberFormatException e) {
            LOG.warn("No position of a view, ignored: {}", payload);
        }
    }

    /** Many questions at once are one. */
    private void answer(Connection connection) throws SQLException {
        var parts = new HashMap<Part, Long>();
        for (var view : local.all()) parts.putAll(view.parts());
        FreshnessQuestions.say(connection, FreshnessNews.told(parts));
    }
}
