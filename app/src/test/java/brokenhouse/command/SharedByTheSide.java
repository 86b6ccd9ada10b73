package brokenhouse.command;

/** Right: the root package of a side serves all of its features. */
public class SharedByTheSide {}
