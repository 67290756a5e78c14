/** Runs `work` once after a delay; the returned function cancels it. */
export type Timers = { after(milliseconds: number, work: () => void): () => void }
