import { findExtension } from '../forms/extension.ts'
import { findActiveForm, type Questionnaire } from '../forms/questionnaire.ts'
import { Instant } from '../time/instant.ts'

const publishedByUrl = 'urn:beredt:extension:published-by'
const publishedAtUrl = 'urn:beredt:extension:published-at'
const useDecidedByUrl = 'urn:beredt:extension:use-decided-by'
const useDecidedAtUrl = 'urn:beredt:extension:use-decided-at'
const assessedByUrl = 'urn:beredt:extension:assessed-by'
const marks = [publishedByUrl, publishedAtUrl, useDecidedByUrl, useDecidedAtUrl, assessedByUrl]

export type Decided = { by: string; at: Instant }

/** Who issued a version, and when; null for one that came with the build. */
export function publicationOf(form: Questionnaire): Decided | null {
  return decided(form, publishedByUrl, publishedAtUrl)
}

/** Who last took a form out of use or into it again, and when; null when nobody has. */
export function useDecisionOf(form: Questionnaire): Decided | null {
  return decided(form, useDecidedByUrl, useDecidedAtUrl)
}

function decided(form: Questionnaire, byUrl: string, atUrl: string): Decided | null {
  const by = findExtension(form, byUrl)?.valueString
  const at = Instant.safeParse(findExtension(form, atUrl)?.valueDateTime)
  return by === undefined || !at.success ? null : { by, at: at.data }
}

/** A form without what has been decided about a version of it: what a new version begins with. */
export function unmarkedForm(form: Questionnaire): Questionnaire {
  const { extension: all, approvalDate, ...rest } = form
  const extension = (all ?? []).filter(({ url }) => !marks.includes(url))
  // A date without our mark is another publisher's, and is handed on.
  const isOurs = findExtension(form, assessedByUrl) !== null
  return {
    ...rest,
    ...(approvalDate === undefined || isOurs ? {} : { approvalDate }),
    ...(extension.length === 0 ? {} : { extension }),
  }
}

/** A version as it is issued: its address, number and who issued it are the server's to say. */
export function publishedForm(
  form: Questionnaire,
  { version, by, at }: Decided & { version: string },
): Questionnaire {
  const plain = unmarkedForm(form)
  return {
    ...plain,
    url: `urn:beredt:form:${form.name}`,
    version,
    status: 'active',
    extension: [
      ...(plain.extension ?? []),
      { url: publishedByUrl, valueString: by },
      { url: publishedAtUrl, valueDateTime: at },
    ],
  }
}

/**
 * The versions of a form that change when it is taken out of use, or into it again. What they ask is as it was: entries
 * and drafts of every version are read and signed as before.
 */
export function versionsWithUse(
  versions: readonly Questionnaire[],
  { isInUse, by, at }: Decided & { isInUse: boolean },
): Questionnaire[] {
  const newest = newestFirst(versions).at(0)
  const changing = versions.filter((form) =>
    isInUse ? form === newest && form.status === 'retired' : form.status === 'active',
  )
  return changing.map((form) => ({
    ...form,
    status: isInUse ? 'active' : 'retired',
    extension: [
      ...(form.extension ?? []).filter(
        ({ url }) => url !== useDecidedByUrl && url !== useDecidedAtUrl,
      ),
      { url: useDecidedByUrl, valueString: by },
      { url: useDecidedAtUrl, valueDateTime: at },
    ],
  }))
}

export function newestFirst(versions: readonly Questionnaire[]): Questionnaire[] {
  return versions.toSorted((a, b) => Number(b.version) - Number(a.version))
}

/** Finds the version that a new one follows; null for a form that was never issued. */
export function findNewest(
  name: Questionnaire['name'],
  forms: readonly Questionnaire[],
): Questionnaire | null {
  return newestFirst(forms.filter((form) => form.name === name)).at(0) ?? null
}

/** How a version stands that a draft was begun with: whether another one is begun by now, or none. */
export type VersionStanding = { kind: 'newest' | 'outOfUse' } | { kind: 'older'; newest: string }

export function versionStanding(
  form: Questionnaire,
  forms: readonly Questionnaire[],
): VersionStanding {
  const active = findActiveForm(form.name, forms)
  if (active === null) return { kind: form.status === 'retired' ? 'outOfUse' : 'newest' }
  const isOlder = Number(active.version) > Number(form.version)
  return isOlder ? { kind: 'older', newest: active.version } : { kind: 'newest' }
}
