import * as z from 'zod/mini'
import { jsonExcess } from '../base/json-shape.ts'
import { accepted, refused, type Result } from '../base/result.ts'
import { Questionnaire } from '../forms/questionnaire.ts'
import { emptyFormDraft, identityOf } from './form-draft.ts'
import { unmarkedForm } from './publication.ts'
import { type FormFault, formFaults, formLimits } from './editing/form-faults.ts'

/** Why a file gives no form; each says in words what to do. */
export type FormFileRefusal =
  | { kind: 'tooLarge'; megabytes: number }
  | { kind: 'notText' | 'notJson' | 'xml' | 'empty' | 'otherFhir' }
  | { kind: 'otherResource'; resourceType: string }
  | { kind: 'noForm' }
  /** Where in the form something is that FHIR R4 has otherwise. */
  | { kind: 'unreadable'; place: string }
  | { kind: 'faults'; faults: readonly FormFault[] }

/** A form as a file has it, under no name of ours yet. */
export type FormInFile = { form: Questionnaire; language: string | null }

export const maxFormFileMegabytes = 2

/** What a form of honest depth holds, with room to spare: reading a deeper one would take more stack than there is. */
const shapeLimits = { depth: 60, elements: 5_000, values: 100_000 } as const

/**
 * Reads the forms of a file: a Questionnaire of R4, or a bundle that has one for each language. What is in a form stays as
 * it came, also what the app does not read.
 */
export function readFormFile(text: string): Result<FormInFile[], FormFileRefusal> {
  const trimmed = text.replace(/^\u{feff}/u, '').trim()
  if (trimmed.length > maxFormFileMegabytes * 1024 * 1024) {
    return refused({ kind: 'tooLarge', megabytes: maxFormFileMegabytes })
  }
  if (trimmed === '') return refused({ kind: 'empty' })
  if (trimmed.startsWith('<')) return refused({ kind: 'xml' })
  if (trimmed.includes('\u0000')) return refused({ kind: 'notText' })
  if (jsonExcess(trimmed, shapeLimits) !== null) {
    return refused({ kind: 'faults', faults: [{ kind: 'tooDeep' }] })
  }
  const resource = Resource.safeParse(jsonOf(trimmed))
  if (!resource.success) {
    return refused({ kind: jsonOf(trimmed) === undefined ? 'notJson' : 'otherFhir' })
  }
  const { resourceType, entry } = resource.data
  if (resourceType === 'Questionnaire') return readForms([resource.data])
  if (resourceType !== 'Bundle') return refused({ kind: 'otherResource', resourceType })
  const forms = (entry ?? []).flatMap((one) =>
    one.resource?.resourceType === 'Questionnaire' ? [one.resource] : [],
  )
  return forms.length === 0 ? refused({ kind: 'noForm' }) : readForms(forms)
}

const InBundle = z.looseObject({ resourceType: z.string() })
const Resource = z.looseObject({
  resourceType: z.string(),
  entry: z.optional(z.array(z.looseObject({ resource: z.optional(InBundle) }))),
})

type Source = Readonly<Record<string, unknown>>

function readForms(sources: readonly Source[]): Result<FormInFile[], FormFileRefusal> {
  const read: FormInFile[] = []
  for (const source of sources) {
    const one = readForm(source)
    if (!one.ok) return one
    read.push(one.value)
  }
  return accepted(read)
}

function readForm(source: Source): Result<FormInFile, FormFileRefusal> {
  const title = [source['title'], source['name']].find(isFilled) ?? ''
  const subjects = z.array(z.string()).safeParse(source['subjectType'])
  const parsed = Questionnaire.safeParse({
    ...source,
    ...identityOf(emptyFormDraft(title.slice(0, formLimits.title)).form),
    // A form that does not say whom it is about is about a patient, as most are; the leader sees and may change it.
    subjectType: subjects.success && subjects.data.length > 0 ? subjects.data : ['Patient'],
    item: source['item'] ?? [],
  })
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path ?? []
    return refused({ kind: 'unreadable', place: path.map(String).join('.') })
  }
  const faults = formFaults(parsed.data).filter(({ kind }) => faultsOfFiles.has(kind))
  if (faults.length > 0) return refused({ kind: 'faults', faults })
  const language = source['language']
  return accepted({
    form: unmarkedForm(parsed.data),
    language: typeof language === 'string' ? language : null,
  })
}

/** What a leader cannot put right in the editor. Titles and words she can. */
const faultsOfFiles: ReadonlySet<FormFault['kind']> = new Set([
  'noQuestions',
  'tooManyItems',
  'tooDeep',
  'tooLarge',
  'repeatedId',
  'unreadableId',
  'lostCondition',
])

function isFilled(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== ''
}

/** Undefined for what is no JSON. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
