package dev.parley.infra.store.postgres;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where everything is kept.
 *
 * @param url {@code postgres://user:password@host:5432/name} or {@code jdbc:postgresql://…} of a user who may create roles; empty: a
 *     PostgreSQL of our own under the home directory
 * @param writePassword of the role parley_write; empty: derived from the password in the URL
 * @param queryPassword of the role parley_query; empty: derived likewise
 * @param writers connections that write; commands, processors and the scheduler share them
 * @param readers connections that answer queries
 * @param acquireWithin how long somebody waits for a free connection before failing
 * @param lockTimeout how long a statement waits for a lock, the log's append lock included
 * @param idleInTransactionTimeout after this a frozen node's transaction is ended, so that it cannot freeze the others
 * @param answerWithin how long a query may run
 * @param startWithin how long our own PostgreSQL may take to start, its crash recovery included
 */
@ConfigurationProperties("parley.database")
record DatabaseSettings(
        @DefaultValue("") String url,
        @DefaultValue("") String writePassword,
        @DefaultValue("") String queryPassword,
        @DefaultValue("16") int writers,
        @DefaultValue("12") int readers,
        @DefaultValue("5s") Duration acquireWithin,
        @DefaultValue("5s") Duration lockTimeout,
        @DefaultValue("10s") Duration idleInTransactionTimeout,
        @DefaultValue("10s") Duration answerWithin,
        @DefaultValue("60s") Duration startWithin) {}
