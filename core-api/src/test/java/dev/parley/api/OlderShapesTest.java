package dev.parley.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.api.Upcast.Shape;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OlderShapesTest {
    private static final Upcast FIRST = step("1", "2");
    private static final Upcast SECOND = step("2", "3");

    @Test
    void each_shape_leads_to_the_next_one_in_whatever_order_they_are_listed() {
        var shapes = new OlderShapes(List.of(SECOND, FIRST));

        assertThat(shapes.next(new Shape("library.BookBought", "1"))).contains(FIRST);
        assertThat(shapes.next(new Shape("library.BookBought", "2"))).contains(SECOND);
        assertThat(shapes.next(new Shape("library.BookBought", "3"))).isEmpty();
        assertThat(shapes.next(new Shape("library.BookSold", "1"))).isEmpty();
    }

    @Test
    void two_ways_from_one_shape_are_refused() {
        assertThatThrownBy(() -> new OlderShapes(List.of(FIRST, step("1", "3"))))
                .hasMessageContaining("library.BookBought in revision 1");
    }

    @Test
    void a_way_that_leads_back_is_refused() {
        assertThatThrownBy(() -> new OlderShapes(List.of(FIRST, SECOND, step("3", "1"))))
                .hasMessageContaining("never end");
    }

    private static Upcast step(String from, String to) {
        return Upcast.of("library.BookBought", from, to, UnaryOperator.identity());
    }
}
