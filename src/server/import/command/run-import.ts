import { SectionId, type MunicipalityId } from '#domain/base/ids.ts'
import type { ImportRefusal } from '#domain/roster/import-problem.ts'
import { importReport } from '#text/nb/words/import-report.ts'
import { listMunicipalities } from '../../accounts/municipality-directory.ts'
import { describeImport, type ImportDescription } from './describe-import.ts'
import type { ImportRequest, ImportServices, PreparedImport } from '../roster/import-ground.ts'
import {
  previewImport,
  sectionZones,
  takeImport,
  type AcceptedQuestions,
} from '../roster/import-lists.ts'
import { planRefusal } from '../roster/plan-import.ts'

/** What the import command is asked to do. */
export type ImportWish = {
  file: string
  section: string
  /** Null where there is only one that has the section. */
  municipality: string | null
  mapping: string | null
  mode: 'take' | 'dryRun'
  accept: AcceptedQuestions
}

/** The command's answer; scripts rely on its keys. */
export type ImportAnswer = {
  file: string
  section: string
  rows: number
  people: number
  added: number
  changed: number
  unchanged: number
  gone: number
  merged: number
  services: Record<string, number>
  unreadable: { line: number; reason: string }[]
  warnings: { line: number; kind: string; text: string }[]
  taken: boolean
}

export type ImportOutcome = {
  exitCode: 0 | 1 | 2
  answer: ImportAnswer
  /** Null when nothing stands in the way. */
  refusal: ImportRefusal | null
  /** All that the web shows too; null when the file could not be read at all. */
  description: ImportDescription | null
}

export async function runImport(
  services: ImportServices,
  wish: ImportWish,
  bytes: Uint8Array,
): Promise<ImportOutcome> {
  const municipality = await findMunicipalityOf(services, wish)
  if (municipality === null) {
    return withoutList(wish, { kind: 'unknownSection', section: wish.section })
  }
  const request: ImportRequest = {
    municipality,
    section: SectionId.parse(wish.section),
    fileName: wish.file.split(/[\\/]/).at(-1) ?? wish.file,
    bytes,
    mapping: wish.mapping,
    importer: null,
  }
  const read = await carryOutWish(services, request, wish)
  if (!read.ok) {
    return withoutList(wish, read.refusal)
  }
  const { prepared, refusal } = read
  const description = describeImport(prepared.list, prepared.plan, prepared.zones)
  const taken = wish.mode === 'take' && refusal === null
  return {
    exitCode: refusal === null ? 0 : 1,
    answer: answerOf(wish, description, refusal, taken),
    refusal,
    description,
  }
}

type Read =
  | { ok: true; prepared: PreparedImport; refusal: ImportRefusal | null }
  | { ok: false; refusal: ImportRefusal }

async function carryOutWish(
  services: ImportServices,
  request: ImportRequest,
  { mode, accept }: ImportWish,
): Promise<Read> {
  if (mode === 'take') {
    const taken = await takeAgain(services, request, accept)
    if (!taken.ok) return taken
    return { ok: true, prepared: taken.value, refusal: taken.value.refusal }
  }
  const prepared = await previewImport(services, request)
  if (!prepared.ok) return prepared
  const { value } = prepared
  return { ok: true, prepared: value, refusal: planRefusal(value.plan, accept) }
}

const maxTries = 3

/** Nobody has looked at a preview here, so a roster that moved meanwhile is simply compared once more. */
async function takeAgain(
  services: ImportServices,
  request: ImportRequest,
  accept: AcceptedQuestions,
): ReturnType<typeof takeImport> {
  for (let attempt = 1; ; attempt += 1) {
    const taken = await takeImport(services, request, { preview: null, accept })
    const isMoved = taken.ok && taken.value.refusal?.kind === 'changedMeanwhile'
    if (!isMoved || attempt === maxTries) return taken
  }
}

async function findMunicipalityOf(
  services: ImportServices,
  wish: ImportWish,
): Promise<MunicipalityId | null> {
  const section = SectionId.safeParse(wish.section)
  if (!section.success) return null
  const found: MunicipalityId[] = []
  for (const municipality of await listMunicipalities(services.db)) {
    if (wish.municipality !== null && wish.municipality !== municipality) continue
    const place = { municipality, section: section.data, importer: null }
    if ((await sectionZones(services, place)) !== null) found.push(municipality)
  }
  const [only, ...more] = found
  return only === undefined || more.length > 0 ? null : only
}

function answerOf(
  { file, section }: ImportWish,
  description: ImportDescription,
  refusal: ImportRefusal | null,
  taken: boolean,
): ImportAnswer {
  const { rows, people, added, changed, unchanged, gone, merged, services } = description
  return {
    file,
    section,
    rows,
    people,
    added,
    changed,
    unchanged,
    gone,
    merged,
    services,
    unreadable: description.unreadable.map(({ line, reason }) => ({ line, reason })),
    warnings: [...refusalWarnings(refusal), ...description.warnings],
    taken,
  }
}

/** Why nothing was taken stands first among the warnings, for a script that reads the answer alone. */
function refusalWarnings(refusal: ImportRefusal | null): ImportAnswer['warnings'] {
  return refusal === null
    ? []
    : [{ line: 1, kind: refusal.kind, text: importReport.refusal(refusal) }]
}

/** The answer when there is no list to tell of. A wrong call is told from a wrong list. */
export function withoutList(
  { file, section }: Pick<ImportWish, 'file' | 'section'>,
  refusal: ImportRefusal,
): ImportOutcome {
  const exitCode = wrongCalls.has(refusal.kind) ? 2 : 1
  const nothing = { rows: 0, people: 0, added: 0, changed: 0, unchanged: 0, gone: 0, merged: 0 }
  const answer = { file, section, ...nothing, services: {}, unreadable: [] }
  return {
    exitCode,
    answer: { ...answer, warnings: refusalWarnings(refusal), taken: false },
    refusal,
    description: null,
  }
}

const wrongCalls: ReadonlySet<ImportRefusal['kind']> = new Set([
  'fileMissing',
  'fileUnreadable',
  'notAFile',
  'unknownSection',
  'unknownMapping',
])
