// A room server on uWebSockets.js: its publish/subscribe for the room, a direct send to one peer.
import { createRequire } from "node:module";

const uWS = createRequire(import.meta.url)("uwebsockets");
const rooms = new Map();
const reader = new TextDecoder();

function upgrade(response, request, context) {
    const asked = new URLSearchParams(request.getQuery());
    response.upgrade(
        { name: asked.get("room"), id: asked.get("id") },
        request.getHeader("sec-websocket-key"),
        request.getHeader("sec-websocket-protocol"),
        request.getHeader("sec-websocket-extensions"),
        context,
    );
}

function open(socket) {
    const who = socket.getUserData();
    who.room = rooms.get(who.name) ?? new Map();
    rooms.set(who.name, who.room.set(who.id, socket));
    socket.subscribe(who.name);
}

function message(socket, bytes) {
    const { name, room } = socket.getUserData();
    const text = reader.decode(bytes);
    const { to } = JSON.parse(text);
    if (to === "*") socket.publish(name, text);
    else room.get(to)?.send(text);
}

function close(socket) {
    const { id, room } = socket.getUserData();
    if (room.get(id) === socket) room.delete(id);
}

const limits = { compression: uWS.DISABLED, maxPayloadLength: 65_536, maxBackpressure: 64 << 20, idleTimeout: 0 };
uWS.App()
    .ws("/*", { ...limits, upgrade, open, message, close })
    .listen("127.0.0.1", Number(process.argv[2]), (listening) => console.log(listening ? "READY" : "PORT TAKEN"));
