/** What came of a fault; `now` says it in one sentence with its figures. */
export type Outcome = { survived: boolean; now: string }

/** Something that breaks under Beredt: a machine, a line, a disk. What an attacker does stands in `tests/attacks/`. */
export type Fault = {
  name: string
  /** What breaks. */
  about: string
  /** What was seen before it was mended. */
  before: string
  /** Makes it happen, and ends every process that it started. */
  run(): Promise<Outcome>
}
