import * as z from 'zod/mini'
import { FormId, FormVersion } from './form-reference.ts'

/** The part of FHIR R4 Questionnaire that Beredt's forms use and its renderer shows. */
export type QuestionnaireItem = {
  linkId: string
  text?: string | undefined
  type:
    | 'group'
    | 'display'
    | 'boolean'
    | 'integer'
    | 'decimal'
    | 'date'
    | 'dateTime'
    | 'time'
    | 'string'
    | 'text'
    | 'choice'
    | 'open-choice'
  required?: boolean | undefined
  repeats?: boolean | undefined
  maxLength?: number | undefined
  answerOption?: { valueCoding: Coding }[] | undefined
  enableWhen?: EnableWhen[] | undefined
  enableBehavior?: 'all' | 'any' | undefined
  item?: QuestionnaireItem[] | undefined
}

export const Coding = z.object({
  system: z.optional(z.string()),
  code: z.string(),
  display: z.optional(z.string()),
})
export type Coding = z.infer<typeof Coding>

export const EnableWhen = z.object({
  question: z.string(),
  operator: z.enum(['exists', '=', '!=']),
  answerBoolean: z.optional(z.boolean()),
  answerString: z.optional(z.string()),
  answerCoding: z.optional(Coding),
})
export type EnableWhen = z.infer<typeof EnableWhen>

export const QuestionnaireItem: z.ZodMiniType<QuestionnaireItem> = z.object({
  linkId: z.string(),
  text: z.optional(z.string()),
  type: z.enum([
    'group',
    'display',
    'boolean',
    'integer',
    'decimal',
    'date',
    'dateTime',
    'time',
    'string',
    'text',
    'choice',
    'open-choice',
  ]),
  required: z.optional(z.boolean()),
  repeats: z.optional(z.boolean()),
  maxLength: z.optional(z.int()),
  answerOption: z.optional(z.array(z.object({ valueCoding: Coding }))),
  enableWhen: z.optional(z.array(EnableWhen)),
  enableBehavior: z.optional(z.enum(['all', 'any'])),
  get item() {
    return z.optional(z.array(QuestionnaireItem))
  },
})

/** One version of a form: stream class `forms` (`questionnaire@1`), document id `FormReference`. */
export const Questionnaire = z.object({
  resourceType: z.literal('Questionnaire'),
  /** Canonical address without version. */
  url: z.string(),
  version: FormVersion,
  /** The id of the form in headers, cards and addresses; FHIR calls it name. */
  name: FormId,
  title: z.string(),
  status: z.enum(['draft', 'active', 'retired']),
  /** `Patient` when the form is about one; empty for the zone's own log. */
  subjectType: z.array(z.string()),
  /** What FHIR has no word for, such as `doubleControlExtension`. */
  extension: z.optional(
    z.array(z.looseObject({ url: z.string(), valueBoolean: z.optional(z.boolean()) })),
  ),
  item: z.array(QuestionnaireItem),
})
export type Questionnaire = z.infer<typeof Questionnaire>

/** Returns the canonical address with version, by which a response refers to its form. */
export function canonicalAddress({ url, version }: Questionnaire): string {
  return `${url}|${version}`
}

/** Finds the newest active version of a form. */
export function findActiveForm(id: FormId, forms: readonly Questionnaire[]): Questionnaire | null {
  return (
    forms
      .filter((form) => form.name === id && form.status === 'active')
      .toSorted((a, b) => Number(b.version) - Number(a.version))
      .at(0) ?? null
  )
}
