package brokenhouse.query.agenda;

/** Wrong: it sleeps. */
class SleepsOnTheLoop {
    void pause() throws InterruptedException {
        Thread.sleep(1);
    }
}
