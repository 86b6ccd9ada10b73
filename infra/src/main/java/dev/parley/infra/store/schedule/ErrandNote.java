package dev.parley.infra.store.schedule;

import tools.jackson.databind.JsonNode;

/** What is written down about an errand. */
record ErrandNote(String kind, String key, JsonNode payload) {}
