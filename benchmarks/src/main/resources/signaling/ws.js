// A room server on `ws`: reads where a message goes, and hands its text on as it came.
import { WebSocketServer } from "ws";

const rooms = new Map();

function enter(socket, request) {
    const asked = new URL(request.url, "http://localhost").searchParams;
    const name = asked.get("room");
    const id = asked.get("id");
    const room = rooms.get(name) ?? new Map();
    rooms.set(name, room.set(id, socket));
    socket.on("message", (data) => relay(room, socket, data.toString()));
    socket.on("close", () => room.get(id) === socket && room.delete(id));
}

function relay(room, sender, text) {
    const { to } = JSON.parse(text);
    if (to !== "*") return room.get(to)?.send(text);
    for (const other of room.values()) if (other !== sender) other.send(text);
}

const port = Number(process.argv[2]);
const server = new WebSocketServer({ host: "127.0.0.1", port, backlog: 8192, perMessageDeflate: false });
server.on("connection", enter).on("listening", () => console.log("READY"));
