package dev.parley.api;

/** A fact that was stored. Its stored name is {@code <feature>.<Event>} with a revision, never a class name (ADR 0006). */
public interface Event {}
