package dev.parley.signaling.backplane;

class LocalBackplaneTest extends BackplaneContract {
    private final LocalBackplane backplane = new LocalBackplane();

    @Override
    protected Backplane here() {
        return backplane;
    }

    @Override
    protected Backplane there() {
        return backplane;
    }
}
