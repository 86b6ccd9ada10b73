package dev.parley.infra.http;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much a request may bring.
 *
 * @param maxBody of a JSON body, in bytes as sent
 * @param maxDepth of nested JSON
 * @param page where the page lies on the class path
 */
@ConfigurationProperties("parley.http")
record HttpSettings(
        @DefaultValue("64KB") DataSize maxBody,
        @DefaultValue("16") int maxDepth,
        @DefaultValue("META-INF/resources/") String page) {}
