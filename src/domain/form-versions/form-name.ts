import { FormId } from '../forms/form-reference.ts'

/** How the id of every form begins that a municipality has made: no form of a later build takes its name. */
const prefix = 'egen-'
const maxLength = 60

/** Whether a municipality may issue a new form under this id. */
export function isMunicipalName(form: FormId): boolean {
  return form.startsWith(prefix) && form.length > prefix.length && form.length <= maxLength + 4
}

/** The id of a new form, after its title: `egen-fallskjema`, and `egen-fallskjema-b` when that is taken. */
export function newFormName(title: string, taken: ReadonlySet<string>): FormId {
  const words = title
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z]+/gu, '-')
    .replaceAll(/^-|-$/gu, '')
  const plain = `${prefix}${words === '' ? 'skjema' : words}`.slice(0, maxLength).replace(/-$/, '')
  for (let number = 1; ; number++) {
    const name = number === 1 ? plain : `${plain}-${lettersOf(number)}`
    if (!taken.has(name)) return FormId.parse(name)
  }
}

/** 2 is `b`, 26 is `z`, 27 is `aa`: an id has no figures. */
function lettersOf(number: number): string {
  const last = String.fromCodePoint(97 + ((number - 1) % 26))
  return number <= 26 ? last : lettersOf(Math.floor((number - 1) / 26)) + last
}
