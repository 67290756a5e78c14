import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { QuestionnaireItem } from '#domain/forms/questionnaire.ts'

const folder = join(import.meta.dirname, '../data/helsenorge-refero')

/** The items of one of the questionnaires that Helsenorge tests its own form renderer with. */
export async function readReferoItems(file: string): Promise<QuestionnaireItem[]> {
  const text = await readFile(join(folder, file), 'utf8')
  return z.object({ item: z.array(QuestionnaireItem) }).parse(JSON.parse(text)).item
}
