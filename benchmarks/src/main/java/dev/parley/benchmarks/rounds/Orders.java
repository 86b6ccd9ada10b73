package dev.parley.benchmarks.rounds;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** The other end of {@link PeerProcess}: one order a line on the standard input, until it ends. */
public final class Orders {
    private Orders() {}

    /** Does one round. */
    public interface Work {
        Round run(int clients, double warm, double seconds) throws Exception;
    }

    public static void serve(Work work) throws Exception {
        System.out.println("READY");
        try (var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (var order = orders.readLine(); order != null; order = orders.readLine()) carryOut(order, work);
        }
    }

    private static void carryOut(String order, Work work) throws Exception {
        var words = order.split(" ");
        if (words.length != 3) throw new IOException("not an order: " + order);
        var round = work.run(Integer.parseInt(words[0]), Double.parseDouble(words[1]), Double.parseDouble(words[2]));
        System.out.println("ROUND" + round.written());
    }
}
