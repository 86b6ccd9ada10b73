package brokenhouse.driver;

import java.util.concurrent.Future;

/** Wrong: a client gives up some day, too. */
class WaitsForEver {
    Object answer(Future<String> answer) throws Exception {
        return answer.get();
    }
}
