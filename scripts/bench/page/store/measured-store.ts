import type { Patient } from '#domain/patient/patient.ts'

/** What is timed of each store: all in, and all out again. */
export type MeasuredStore = {
  writeAll(patients: readonly Patient[]): Promise<void>
  /** Answers how many it read. */
  readAll(): Promise<number>
  remove(): Promise<void>
}
