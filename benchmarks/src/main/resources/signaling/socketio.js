// A room server on Socket.IO, with its own rooms.
import { createServer } from "node:http";
import { Server } from "socket.io";

const http = createServer();
const io = new Server(http, { transports: ["websocket"], perMessageDeflate: false, serveClient: false });

io.on("connection", (socket) => {
    socket.on("enter", (room, id) => {
        socket.data.room = room;
        socket.join([room, `${room}/${id}`]);
        socket.emit("entered");
    });
    socket.on("signal", (message) => {
        const { room } = socket.data;
        if (message.to === "*") socket.to(room).emit("signal", message);
        else io.to(`${room}/${message.to}`).emit("signal", message);
    });
});

http.listen({ host: "127.0.0.1", port: Number(process.argv[2]), backlog: 8192 }, () => console.log("READY"));
