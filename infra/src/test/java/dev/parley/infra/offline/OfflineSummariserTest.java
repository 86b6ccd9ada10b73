package dev.parley.infra.offline;

import dev.parley.saga.summary.Summariser;
import dev.parley.saga.summary.SummariserContract;

class OfflineSummariserTest extends SummariserContract {

    @Override
    protected Summariser summariser() {
        return new OfflineSummariser();
    }
}
