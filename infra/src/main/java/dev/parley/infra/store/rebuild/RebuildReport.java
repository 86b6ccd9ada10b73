package dev.parley.infra.store.rebuild;

import java.util.List;

/**
 * What a rebuild found.
 *
 * @param position of the log that the view stands at now
 * @param samePosition whether both stood at one position when they were compared; otherwise differences say little
 */
public record RebuildReport(String processor, long position, long events, boolean samePosition, List<Table> tables) {

    /**
     * @param liveRows in the view that was replaced
     * @param onlyLive rows that were in the old view only
     * @param onlyRebuilt rows that are in the new view only
     */
    public record Table(String name, long liveRows, long rebuiltRows, long onlyLive, long onlyRebuilt) {
        public boolean same() {
            return onlyLive == 0 && onlyRebuilt == 0;
        }
    }

    public boolean same() {
        return tables.stream().allMatch(Table::same);
    }
}
