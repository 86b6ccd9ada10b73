/** Hosts who take turns, and whom a pool chose and why. */
import { queryOptions } from "@tanstack/react-query";
import { http } from "./http";
import type { Id, Instant } from "./views/ids";

export interface PoolMember {
    hostId: string;
    name: string;
    /** Who has 2 gets twice as many meetings as who has 1. */
    weight: number;
}

export interface HostPool {
    hostPoolId: Id;
    name: string;
    members: (PoolMember & { assigned: number })[];
    retired: boolean;
    version: number;
}

export interface Assignment {
    number: number;
    meetingId: Id;
    hostId: string;
    hostName: string;
    reason: string;
    at: Instant;
}

export const hostPools = () =>
    queryOptions({
        queryKey: ["host-pools"],
        queryFn: ({ signal }) => http.get<HostPool[]>("/host-pools", signal),
    });
export const assignments = (id: Id) =>
    queryOptions({
        queryKey: ["host-pools", id, "assignments"],
        queryFn: ({ signal }) => http.get<Assignment[]>(`/host-pools/${id}/assignments?limit=20`, signal),
    });
export const definePool = (body: { hostPoolId: Id; name: string; members: PoolMember[] }) =>
    http.post<{ hostPoolId: Id }>("/host-pools", body);
export const revisePool = (id: Id, version: number, body: { name: string; members: PoolMember[] }) =>
    http.change<undefined>("PUT", `/host-pools/${id}`, { body, version });
export const retirePool = (id: Id, version: number) =>
    http.change<undefined>("POST", `/host-pools/${id}/retire`, { version });
