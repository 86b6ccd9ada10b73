package dev.parley.journeys;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request that would do, to put something else into each of its fields.
 *
 * @param user who sends it; empty: somebody with no more than the address
 */
record Form(String method, String path, String user, JsonNode body) {
    private static final String HOLE = "@@hole@@";
    private static final JsonMapper JSON = JsonMapper.shared();

    static Form of(String method, String path, String user, String body) {
        return new Form(method, path, user, JSON.readTree(body));
    }

    /** @param field as refusals name it, {@code invitees[0].email} */
    record Hole(String field, String before, String after) {
        String filledWith(String json) {
            return before + json + after;
        }
    }

    /** One for each value of the body, however deep. */
    List<Hole> holes() {
        var holes = new ArrayList<Hole>();
        var copy = body.deepCopy();
        dig(copy, copy, "", holes);
        return holes;
    }

    private static void dig(JsonNode root, JsonNode node, String path, List<Hole> holes) {
        if (node instanceof ObjectNode object)
            for (var name : List.copyOf(object.propertyNames())) {
                var field = path.isEmpty() ? name : path + "." + name;
                var value = object.get(name);
                object.put(name, HOLE);
                holes.add(hole(root, field));
                object.set(name, value);
                dig(root, value, field, holes);
            }
        if (node instanceof ArrayNode array)
            for (var i = 0; i < array.size(); i++) {
                var field = path + "[" + i + "]";
                var value = array.get(i);
                array.set(i, JSON.getNodeFactory().stringNode(HOLE));
                holes.add(hole(root, field));
                array.set(i, value);
                dig(root, value, field, holes);
            }
    }

    private static Hole hole(JsonNode root, String field) {
        var text = JSON.writeValueAsString(root);
        var at = text.indexOf("\"" + HOLE + "\"");
        return new Hole(field, text.substring(0, at), text.substring(at + HOLE.length() + 2));
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
