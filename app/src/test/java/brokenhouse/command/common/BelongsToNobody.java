package brokenhouse.command.common;

/** Wrong: a drawer for everything. */
public class BelongsToNobody {}
