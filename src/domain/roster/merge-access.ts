import { foldText } from '../base/folded-text.ts'
import type { Access } from '../patient/patient.ts'
import type { AccessCode } from '../patient/protected-details.ts'
import type { ListedAccess, ListedFacts } from './listed-person.ts'

export type WaysIn = { access: Access[]; codes: AccessCode[] }

/**
 * The ways into a home and their codes after a list. A way in keeps its id while lists call it the same; of two
 * that are called alike, the one whose code is the same, else the first.
 */
export function mergeWaysIn(
  before: WaysIn,
  { access: listed, codes: listedCodes }: Pick<Partial<ListedFacts>, 'access' | 'codes'>,
): WaysIn {
  const ways = listed === undefined ? null : identified(before, listed)
  const access = ways === null ? before.access : ways.map(({ way }) => way)
  const codes = [
    ...(ways ?? []).flatMap(({ way, code }) => (code === null ? [] : [codeOf(way, code)])),
    ...(listedCodes ?? []).map(({ label, code }): AccessCode => ({
      code,
      opens: { kind: 'other', label },
    })),
  ]
  // A list without any code is no reason to forget one.
  const isCarried = listedCodes !== undefined || codes.length > 0
  const all = isCarried ? codes : before.codes.map((code) => stillKnown(code, before, access))
  const opened = new Set(all.map(({ opens }) => (opens.kind === 'access' ? opens.accessId : null)))
  return { access: access.map((way) => ({ ...way, hasCode: opened.has(way.id) })), codes: all }
}

function codeOf({ id }: Access, code: string): AccessCode {
  return { code, opens: { kind: 'access', accessId: id } }
}

function identified(
  before: WaysIn,
  listed: readonly ListedAccess[],
): { way: Access; code: string | null }[] {
  const left = [...before.access]
  const taken = new Set(before.access.map(({ id }) => id))
  const take = (isKnown: (known: Access) => boolean): Access | null => {
    const known = left.find(isKnown) ?? null
    if (known !== null) left.splice(left.indexOf(known), 1)
    return known
  }
  // All that keep their code first: else one that is new could take the place of the one after it.
  const sameCode = listed.map((access) =>
    take((known) => isAlike(known, access) && codeFor(known, before) === access.code),
  )
  return listed.map((access, place) => {
    const known = sameCode[place] ?? take((one) => isAlike(one, access))
    const { kind, description, code } = access
    const id = known?.id ?? freeId(access, taken)
    const worksOffline = known?.worksOffline ?? null
    return { way: { id, kind, description, worksOffline, hasCode: code !== null }, code }
  })
}

function isAlike(known: Access, listed: ListedAccess): boolean {
  return known.kind === listed.kind && foldText(known.description) === foldText(listed.description)
}

function codeFor({ id }: Access, { codes }: WaysIn): string | null {
  const found = codes.find(({ opens }) => opens.kind === 'access' && opens.accessId === id)
  return found?.code ?? null
}

function freeId({ kind, description }: ListedAccess, taken: Set<string>): string {
  const wanted = [kind, foldText(description)].filter((part) => part !== '').join('-')
  let id = wanted
  for (let number = 2; taken.has(id); number++) id = `${wanted}-${number}`
  taken.add(id)
  return id
}

/** The code of a way in that the list has no more, or calls otherwise, keeps what it was called. */
function stillKnown(code: AccessCode, before: WaysIn, access: readonly Access[]): AccessCode {
  const { opens } = code
  if (opens.kind === 'other' || access.some(({ id }) => id === opens.accessId)) return code
  const label = before.access.find(({ id }) => id === opens.accessId)?.description ?? ''
  return { ...code, opens: { kind: 'other', label: label === '' ? null : label } }
}
