package dev.parley.infra.freshness;

import dev.parley.infra.freshness.LocalViews.View;
import dev.parley.infra.store.postgres.DedicatedConnections;
import dev.parley.query.freshness.ViewPositions;
import java.util.UUID;
import org.axonframework.serialization.Serializer;
import org.springframework.context.SmartLifecycle;

/** Answers from memory: of views that run here whole, what their processors have committed; of others, what was learnt last. */
final class ViewsOfAllNodes implements ViewPositions, SmartLifecycle {
    private final LocalViews local;
    private final Elsewhere elsewhere;
    private final FreshnessQuestions questions;
    private final FreshnessAnswers answers;
    private volatile boolean running;

    ViewsOfAllNodes(DedicatedConnections connections, LocalViews local, Serializer serializer, NodesSettings settings) {
        var thisNode = UUID.randomUUID().toString();
        this.local = local;
        this.elsewhere = new Elsewhere(settings.believedFor());
        this.questions = new FreshnessQuestions(connections, local, elsewhere, serializer, thisNode, settings);
        this.answers = new FreshnessAnswers(connections, local, elsewhere, thisNode, settings);
    }

    @Override
    public long reached() {
        return local.all().stream().mapToLong(this::slowest).min().orElse(LocalViews.NOTHING);
    }

    private long slowest(View view) {
        return view.isWhole() ? view.slowest() : elsewhere.slowest(view);
    }

    @Override
    public void somebodyWaits() {
        if (!local.all().stream().allMatch(View::isWhole)) questions.ask();
    }

    @Override
    public void start() {
        running = true;
        answers.start();
        questions.start();
    }

    @Override
    public void stop() {
        running = false;
        questions.stop();
        answers.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
