/** Small servers with a part of the house, for tests. Stands outside the base package, so that the real house never finds it. */
package smallhouse;
