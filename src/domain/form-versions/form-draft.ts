import * as z from 'zod/mini'
import { EntryId, type ZoneId } from '../base/ids.ts'
import type { World } from '../base/world.ts'
import type { Draft } from '../forms/draft.ts'
import { FormId, FormReference, FormVersion } from '../forms/form-reference.ts'
import { Questionnaire } from '../forms/questionnaire.ts'
import type { Instant } from '../time/instant.ts'
import { unmarkedForm } from './publication.ts'

/** A version of a form that a leader is writing: on her device alone until it is issued. */
export const FormDraft = z.object({
  form: Questionnaire,
  /** The newest version as she last compared with it; null for a form that was never issued. */
  before: z.nullable(FormVersion),
})
export type FormDraft = z.infer<typeof FormDraft>

/** Of a form that has no name yet: it gets one by its title, when it is issued. */
export const unnamedForm = FormId.parse('egen')

/** It is kept as drafts of entries are, sealed under the leader's key; nobody signs it. */
const formDraftForm = FormReference.parse('skjemautkast@1')

export function isFormDraft({ form }: Pick<Draft, 'form'>): boolean {
  return form === formDraftForm
}

export function storedFormDraft(
  id: EntryId,
  draft: FormDraft,
  { zone, world, now }: { zone: ZoneId; world: World; now: Instant },
): Draft {
  return {
    id,
    form: formDraftForm,
    zone,
    world,
    patientId: null,
    eventAt: now,
    corrects: null,
    response: {
      resourceType: 'QuestionnaireResponse',
      questionnaire: 'urn:beredt:form-draft',
      status: 'in-progress',
      item: [{ linkId: 'form', answer: [{ valueString: JSON.stringify(draft) }] }],
    },
    startedAt: now,
  }
}

/** Null for what this build cannot read; it is kept. */
export function openFormDraft({ response }: Draft): FormDraft | null {
  const answer = response.item[0]?.answer?.[0]
  if (answer === undefined || !('valueString' in answer)) return null
  const draft = z.safeParse(StoredFormDraft, answer.valueString)
  return draft.success ? draft.data : null
}

const StoredFormDraft = z.codec(z.string(), FormDraft, {
  decode: (text, context) => {
    try {
      return JSON.parse(text)
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
      context.issues.push({ code: 'custom', input: text, message: 'not JSON' })
      return z.NEVER
    }
  },
  encode: (draft) => JSON.stringify(draft),
})

export function emptyFormDraft(title: string): FormDraft {
  return {
    form: {
      resourceType: 'Questionnaire',
      url: `urn:beredt:form:${unnamedForm}`,
      version: '0',
      name: unnamedForm,
      title,
      status: 'draft',
      subjectType: ['Patient'],
      item: [],
    },
    before: null,
  }
}

/** The next version of a form. */
export function nextVersionDraft(newest: Questionnaire): FormDraft {
  return { form: { ...unmarkedForm(newest), status: 'draft' }, before: newest.version }
}

/** A form of the municipality's own that begins as another one is. */
export function copyDraft(source: Questionnaire, title: string): FormDraft {
  const { form } = emptyFormDraft(title)
  const origin = { url: copiedFromUrl, valueString: `${source.url}|${source.version}` }
  const plain = unmarkedForm(source)
  return {
    form: {
      ...plain,
      ...identityOf(form),
      extension: [...(plain.extension ?? []).filter(({ url }) => url !== copiedFromUrl), origin],
    },
    before: null,
  }
}

const copiedFromUrl = 'urn:beredt:extension:copied-from'

/** What of an unnamed form is not the other's that it begins with. */
export function identityOf({ url, version, name, title, status }: Questionnaire) {
  return { url, version, name, title, status }
}
