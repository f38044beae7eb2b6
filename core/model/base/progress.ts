/**
 * Told how far work is that may take long: how many steps are done, of how many, and of what. It is called in the middle of the
 * work, which waits for it.
 */
export type OnProgress = (done: number, total: number, what: string) => void;
