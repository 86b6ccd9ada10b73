// PeerJS' own server as it comes; it knows no rooms, so its clients send to each other one by one.
import { PeerServer } from "peer";

const patience = 3_600_000;
PeerServer(
    { host: "127.0.0.1", port: Number(process.argv[2]), path: "/", concurrent_limit: 100_000, alive_timeout: patience },
    () => console.log("READY"),
);
