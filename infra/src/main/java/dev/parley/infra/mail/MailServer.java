package dev.parley.infra.mail;

/** Where letters are handed over. */
record MailServer(String host, int port) {}
