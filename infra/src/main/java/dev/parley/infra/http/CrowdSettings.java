package dev.parley.infra.http;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one address may ask of the pages that are open to everybody, in a minute.
 *
 * @param reads looking
 * @param changes holding and booking
 * @param remembered how many addresses are counted at a time; of more, those that were away longest are forgotten
 */
@ConfigurationProperties("parley.public-pages")
record CrowdSettings(
        @DefaultValue("120") int reads,
        @DefaultValue("20") int changes,
        @DefaultValue("20000") int remembered) {}
