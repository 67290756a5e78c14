import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { FormId } from '#domain/forms/form-reference.ts'
import { Questionnaire, type QuestionnaireItem } from '#domain/forms/questionnaire.ts'

const folder = join(import.meta.dirname, '../data/helsenorge-refero')

/** The names of the files in which Helsenorge has its test questionnaires. */
export async function referoFiles(): Promise<string[]> {
  return (await readdir(folder)).filter((file) => file.endsWith('-q.json')).toSorted()
}

export async function readReferoJson(file: string): Promise<unknown> {
  return JSON.parse(await readFile(join(folder, file), 'utf8'))
}

const Bundle = z.object({
  resourceType: z.literal('Bundle'),
  entry: z.array(z.object({ resource: z.looseObject({ resourceType: z.string() }) })),
})

/** A file's questionnaires as they stand in it: alone, or one for each language in a bundle. */
export async function readReferoSources(file: string): Promise<Record<string, unknown>[]> {
  const source = z.looseObject({ resourceType: z.string() }).parse(await readReferoJson(file))
  const bundle = Bundle.safeParse(source)
  const resources = bundle.success ? bundle.data.entry.map(({ resource }) => resource) : [source]
  return resources.filter(({ resourceType }) => resourceType === 'Questionnaire')
}

/** The same as forms of ours: what is in them is unchanged, but they are issued under an id and version of ours. */
export async function readReferoForms(file: string): Promise<Questionnaire[]> {
  const name = FormId.parse(file.replace('-q.json', '').toLowerCase())
  return (await readReferoSources(file)).map((source, at) =>
    Questionnaire.parse({
      title: name,
      subjectType: [],
      ...source,
      url: `urn:beredt:form:${name}`,
      name,
      version: String(at + 1),
    }),
  )
}

/** The first of them. */
export async function readReferoForm(file: string): Promise<Questionnaire> {
  const [form] = await readReferoForms(file)
  if (form === undefined) throw new Error(`${file} has no questionnaire.`)
  return form
}

/** The items of one of the questionnaires that Helsenorge tests its own form renderer with. */
export async function readReferoItems(file: string): Promise<QuestionnaireItem[]> {
  return (await readReferoForm(file)).item
}
