import { useEffect, useState, useSyncExternalStore } from "react";
import type { Cell } from "./cell";

/** Shows what a model shows. */
export function useModel<T>(cell: Cell<T>): T {
    return useSyncExternalStore(cell.subscribe, cell.get);
}

/** Owns a model for as long as the view is there: made once, closed at the end. */
export function useOwned<M extends { close(): void }>(make: () => M): M | undefined {
    const [model, setModel] = useState<M>();
    // The effect makes it, because StrictMode runs effects twice and state initialisers without an end.
    useEffect(() => {
        const made = make();
        setModel(made);
        return () => made.close();
        // eslint-disable-next-line react-hooks/exhaustive-deps
    }, []);
    return model;
}
