import * as z from 'zod/mini'
import { SectionId } from '#domain/base/ids.ts'
import { ColumnAnswer } from '#domain/roster/column-question.ts'

/** Says how a heading is read in all lists of a section from now on. A further answer takes the place of the one before. */
export const SaveColumnAnswer = z.extend(ColumnAnswer, { section: SectionId })
export type SaveColumnAnswer = z.infer<typeof SaveColumnAnswer>
