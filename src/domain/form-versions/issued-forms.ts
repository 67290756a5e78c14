import { isToBeAssessed } from '../forms/municipality/assessed-form.ts'
import type { FormId } from '../forms/form-reference.ts'
import type { Questionnaire } from '../forms/questionnaire.ts'
import { newestFirst } from './publication.ts'

/** How a form stands: whether anybody can begin it. */
export type FormUse = 'inUse' | 'outOfUse' | 'toBeAssessed'

/** A form with all versions that were ever issued of it, newest first. */
export type IssuedForm = {
  name: FormId
  newest: Questionnaire
  versions: readonly Questionnaire[]
  use: FormUse
}

/** The municipality's forms by title, each once. */
export function issuedForms(forms: readonly Questionnaire[]): IssuedForm[] {
  const names = new Set(forms.map(({ name }) => name))
  return [...names]
    .flatMap((name): IssuedForm[] => {
      const versions = newestFirst(forms.filter((form) => form.name === name))
      const [newest] = versions
      return newest === undefined ? [] : [{ name, newest, versions, use: useOf(versions) }]
    })
    .toSorted((a, b) => a.newest.title.localeCompare(b.newest.title, 'nb'))
}

function useOf(versions: readonly Questionnaire[]): FormUse {
  if (versions.some(({ status }) => status === 'active')) return 'inUse'
  const [newest] = versions
  return newest !== undefined && isToBeAssessed(newest) ? 'toBeAssessed' : 'outOfUse'
}
