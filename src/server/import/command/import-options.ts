import type { AcceptedQuestions } from '../roster/import-lists.ts'

/** What the import command is asked to do. */
export type ImportOptions = {
  file: string
  section: string
  /** Null where there is only one that has the section. */
  municipality: string | null
  mapping: string | null
  mode: 'take' | 'dryRun'
  accept: AcceptedQuestions
}
