/**
 * Called with the progress of a long operation: the number of completed steps, their total, and a description. The operation waits for it
 * to return.
 */
export type OnProgress = (done: number, total: number, description: string) => void;
