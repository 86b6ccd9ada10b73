import { describe, expect, it } from "vitest";
import { Network } from "./Network";

function aNetwork(type?: string) {
    const window = new EventTarget();
    const connection: EventTarget & { type?: string } = Object.assign(new EventTarget(), type ? { type } : {});
    const told: string[] = [];
    const network = new Network(
        () => ({
            networkLost: () => told.push("lost"),
            networkBack: () => told.push("back"),
            networkChanged: () => told.push("changed"),
        }),
        window,
        connection,
    );
    const becomes = (next: string) => {
        connection.type = next;
        connection.dispatchEvent(new Event("change"));
    };
    return { network, window, connection, told, becomes };
}

describe("the network", () => {
    it("is told to be lost and back", () => {
        const { window, told } = aNetwork();
        window.dispatchEvent(new Event("offline"));
        window.dispatchEvent(new Event("online"));
        expect(told).toEqual(["lost", "back"]);
    });

    it("is another one when its kind changes, but not when there is none", () => {
        const { told, becomes } = aNetwork("wifi");
        becomes("cellular");
        becomes("none");
        becomes("wifi");
        expect(told).toEqual(["changed", "changed"]);
    });

    it("is the same one when only its speed is estimated anew", () => {
        const { told, becomes, connection } = aNetwork("wifi");
        becomes("wifi");
        connection.dispatchEvent(new Event("change"));
        expect(told).toEqual([]);
    });

    it("concerns nobody after the end", () => {
        const { network, window, told, becomes } = aNetwork("wifi");
        network.close();
        window.dispatchEvent(new Event("offline"));
        becomes("cellular");
        expect(told).toEqual([]);
    });
});
