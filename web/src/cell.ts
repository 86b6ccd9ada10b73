/** A value that changes by itself, outside React. Models keep what they show in one; views read it with `useModel`. */
export class Cell<T> {
    private readonly listeners = new Set<() => void>();

    constructor(private value: T) {}

    readonly get = (): T => this.value;

    set(next: T): void {
        if (Object.is(next, this.value)) return;
        this.value = next;
        this.listeners.forEach((listener) => listener());
    }

    patch(part: Partial<T>): void {
        this.set({ ...this.value, ...part });
    }

    readonly subscribe = (listener: () => void): (() => void) => {
        this.listeners.add(listener);
        return () => this.listeners.delete(listener);
    };
}
