import * as z from 'zod/mini'
import { FormId, FormVersion } from './form-reference.ts'
import { AnswerOption, FormCoding } from './answer-option.ts'
import { Extension } from './extension.ts'

/**
 * An item of a FHIR R4 Questionnaire. What this build does not know of it is kept as it is, so that a form that was
 * made elsewhere can be handed on unharmed; `unsupportedParts` says what of it the renderer cannot show.
 */
export type QuestionnaireItem = {
  linkId: string
  text?: string | undefined
  prefix?: string | undefined
  /** Read through `itemKind`: a newer FHIR has types that this build does not know. */
  type: string
  code?: FormCoding[] | undefined
  required?: boolean | undefined
  repeats?: boolean | undefined
  readOnly?: boolean | undefined
  maxLength?: number | undefined
  answerValueSet?: string | undefined
  answerOption?: AnswerOption[] | undefined
  initial?: AnswerOption[] | undefined
  enableWhen?: EnableWhen[] | undefined
  enableBehavior?: string | undefined
  extension?: Extension[] | undefined
  modifierExtension?: Extension[] | undefined
  item?: QuestionnaireItem[] | undefined
}

/** A condition on the answer to another question. Operators of FHIR R4: exists, =, !=, >, <, >=, <=. */
export const EnableWhen = z.looseObject({
  question: z.string(),
  operator: z.string(),
  answerBoolean: z.optional(z.boolean()),
  answerDecimal: z.optional(z.number()),
  answerInteger: z.optional(z.int()),
  answerDate: z.optional(z.string()),
  answerDateTime: z.optional(z.string()),
  answerTime: z.optional(z.string()),
  answerString: z.optional(z.string()),
  answerCoding: z.optional(FormCoding),
  answerQuantity: z.optional(
    z.looseObject({ value: z.optional(z.number()), code: z.optional(z.string()) }),
  ),
})
export type EnableWhen = z.infer<typeof EnableWhen>

export const QuestionnaireItem: z.ZodMiniType<QuestionnaireItem> = z.looseObject({
  linkId: z.string(),
  text: z.optional(z.string()),
  prefix: z.optional(z.string()),
  type: z.string(),
  code: z.optional(z.array(FormCoding)),
  required: z.optional(z.boolean()),
  repeats: z.optional(z.boolean()),
  readOnly: z.optional(z.boolean()),
  maxLength: z.optional(z.int()),
  answerValueSet: z.optional(z.string()),
  answerOption: z.optional(z.array(AnswerOption)),
  initial: z.optional(z.array(AnswerOption)),
  enableWhen: z.optional(z.array(EnableWhen)),
  enableBehavior: z.optional(z.string()),
  extension: z.optional(z.array(Extension)),
  modifierExtension: z.optional(z.array(Extension)),
  get item() {
    return z.optional(z.array(QuestionnaireItem))
  },
})

const Concepts = z.optional(z.array(FormCoding))

/** What lies within a questionnaire: of value sets, the codes that they list. */
export const Contained = z.looseObject({
  resourceType: z.string(),
  id: z.optional(z.string()),
  url: z.optional(z.string()),
  compose: z.optional(
    z.looseObject({
      include: z.optional(
        z.array(z.looseObject({ system: z.optional(z.string()), concept: Concepts })),
      ),
    }),
  ),
  expansion: z.optional(z.looseObject({ contains: Concepts })),
})
export type Contained = z.infer<typeof Contained>

/** The parts of a questionnaire that its rules need: its items, and the value sets within it. */
export type QuestionnaireContent = {
  item: QuestionnaireItem[]
  contained?: Contained[] | undefined
}

/** One version of a form: stream class `forms` (`questionnaire@1`), document id `FormReference`. */
export type Questionnaire = QuestionnaireContent & {
  resourceType: 'Questionnaire'
  /** Canonical address without version. */
  url: string
  version: string
  /** The id of the form in headers, cards and addresses; FHIR calls it name. */
  name: FormId
  title: string
  status: 'draft' | 'active' | 'retired'
  /** `Patient` when the form is about one; empty for the zone's own log. */
  subjectType: string[]
  /** The day on which the municipality decided whether the form is in use. */
  approvalDate?: string | undefined
  extension?: Extension[] | undefined
}

export const Questionnaire: z.ZodMiniType<Questionnaire> = z.looseObject({
  resourceType: z.literal('Questionnaire'),
  url: z.string(),
  version: FormVersion,
  name: FormId,
  title: z.string(),
  status: z.enum(['draft', 'active', 'retired']),
  subjectType: z.array(z.string()),
  approvalDate: z.optional(z.string()),
  extension: z.optional(z.array(Extension)),
  contained: z.optional(z.array(Contained)),
  item: z.array(QuestionnaireItem),
})

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

/** The newest active version of each form: the one that is begun. */
export function newestActive(forms: readonly Questionnaire[]): Questionnaire[] {
  const names = new Set(forms.map(({ name }) => name))
  return [...names].flatMap((name) => findActiveForm(name, forms) ?? [])
}

/** Whether a form is about one patient; else it is the zone's own log. */
export function isAboutPatient({ subjectType }: Pick<Questionnaire, 'subjectType'>): boolean {
  return subjectType.includes('Patient')
}
