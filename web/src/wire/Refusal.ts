/** The server said no, or could not be reached. `code` is stable; `message` is a sentence for people. */
export class Refusal extends Error {
    constructor(
        readonly code: string,
        readonly status: number,
        message: string,
        readonly field?: string,
    ) {
        super(message);
        this.name = "Refusal";
    }
}
