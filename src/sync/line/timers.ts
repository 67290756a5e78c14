/** Runs `work` once, later; the answer cancels it. */
export type Timers = { after(milliseconds: number, work: () => void): () => void }
