package dev.parley.infra.mail;

/** A letter as people read it. */
record Words(String subject, String text, String html) {}
