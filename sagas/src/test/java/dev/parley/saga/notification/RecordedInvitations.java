package dev.parley.saga.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Keeps the letters it is given, and answers as it is told. */
public final class RecordedInvitations implements Invitations {
    private final List<Letter> letters = new ArrayList<>();
    private Function<Letter, Delivery> answer = letter -> new Delivery.Sent(
            "<" + letter.notificationId() + "@parley>", "250 OK", letter.style().wordedBy());

    public RecordedInvitations answering(Delivery delivery) {
        answer = _ -> delivery;
        return this;
    }

    @Override
    public Delivery deliver(Letter letter) {
        letters.add(letter);
        return answer.apply(letter);
    }

    public List<Letter> letters() {
        return letters;
    }
}
