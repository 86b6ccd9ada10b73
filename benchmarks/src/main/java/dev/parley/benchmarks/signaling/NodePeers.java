package dev.parley.benchmarks.signaling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The servers of others, as npm installs them, in a folder of their own. */
final class NodePeers {
    static final List<String> ALL = List.of("uws", "ws", "socketio", "peerjs");

    private NodePeers() {}

    /** {@code BENCHMARKS_NODE} may name a folder where they are installed already. */
    static Path install() throws IOException, InterruptedException {
        var ready = System.getenv("BENCHMARKS_NODE");
        var folder = ready == null ? Files.createTempDirectory("signaling-peers") : Path.of(ready);
        for (var file : List.of("package.json", "ws.js", "socketio.js", "peerjs.js", "uws.js"))
            try (var script = NodePeers.class.getResourceAsStream("/signaling/" + file)) {
                if (script == null) throw new IOException(file + " is missing");
                Files.write(folder.resolve(file), script.readAllBytes());
            }
        if (Files.isDirectory(folder.resolve("node_modules"))) return folder;
        var npm = new ProcessBuilder("npm", "install", "--ignore-scripts", "--no-audit", "--no-fund")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("npm.log").toFile())
                .start();
        if (!npm.waitFor(5, TimeUnit.MINUTES) || npm.exitValue() != 0)
            throw new IOException("npm could not install the peers; see " + folder.resolve("npm.log"));
        return folder;
    }
}
