import { patientOfFact } from '#domain/people/patient-of-fact.ts'
import type { EntryContent } from '#domain/entries/entry-content.ts'
import type { EntryId, PatientId } from '#domain/base/ids.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { Questionnaire } from '#domain/forms/questionnaire.ts'
import { type NamedZone, streamsText } from '#text/nb/words/stream.ts'
import { capitalized } from '#text/nb/words/time.ts'
import { sent as words } from '#text/nb/screens/sent.ts'
import type { OwnEntry, StoredEntry } from '#domain/vault/entry-repository.ts'
import type { EntryState } from '#domain/entries/entry-state.ts'
import type { Core } from '#app/bridge/core.ts'
import { correctedIds } from '#domain/vault/written-notes.ts'
import { formTitle } from '../../parts/form-title.ts'
import { patientNames } from '../../parts/patient-names.ts'

export type SentEntry = {
  entryId: EntryId
  title: string
  about: string | null
  patientId: PatientId | null
  at: Instant
  state: EntryState
  receivedAt: Instant | null
  canCorrect: boolean
  isCorrected: boolean
}

/** The employee's own entries, opened, and the number of colleagues' entries here, which only they can read. */
export async function readSent(
  { vault, reader, queries }: Core,
  { zones, now }: { zones: readonly NamedZone[]; now: Instant },
): Promise<{ entries: SentEntry[]; others: StoredEntry[] }> {
  const [own, all, forms] = await Promise.all([
    vault.entries.listOwn(),
    vault.entries.listStates(),
    reader.listForms(),
  ])
  const mine = own.ok ? own.value : []
  const ids = mine.flatMap(({ content }) =>
    content.kind === 'open' ? (patientOf(content.value) ?? []) : [],
  )
  const patients = await queries.patientsByName(ids)
  const nameOf = patientNames(patients, { unknown: words.unknownPatient, now })
  const corrected = correctedIds(
    mine.flatMap(({ content }) =>
      content.kind === 'open' && content.value.kind === 'form' ? [content.value] : [],
    ),
  )
  const known = new Set(mine.map(({ entryId }) => entryId))
  return {
    entries: mine.map((entry) => {
      const isCorrected = corrected.has(entry.entryId)
      const sent = sentEntry(entry, forms.kind === 'open' ? forms.value : [], { nameOf, zones })
      return { ...sent, isCorrected, canCorrect: sent.canCorrect && !isCorrected }
    }),
    others: all.filter(({ entryId }) => !known.has(entryId)),
  }
}

function sentEntry(
  { entryId, form, capturedAt, state, receivedAt, content }: OwnEntry,
  forms: readonly Questionnaire[],
  { nameOf, zones }: { nameOf: (id: PatientId) => string; zones: readonly NamedZone[] },
): Omit<SentEntry, 'isCorrected'> {
  const value = content.kind === 'open' ? content.value : null
  const patientId = value === null ? null : patientOf(value)
  return {
    entryId,
    patientId,
    title: entryTitle(value, formTitle(form, forms)),
    about:
      value?.kind === 'unverifiedOpened'
        ? capitalized(streamsText([value.stream], zones))
        : patientId === null
          ? words.zoneLog
          : nameOf(patientId),
    at: capturedAt,
    state,
    receivedAt,
    canCorrect:
      value?.kind === 'form' && value.countersigns === undefined && value.withdraws === undefined,
  }
}

function patientOf(content: EntryContent): PatientId | null {
  switch (content.kind) {
    case 'form':
    case 'cardOpened':
      return content.patientId
    case 'personFact':
      return patientOfFact(content.body)
    case 'unverifiedOpened':
    case 'coordinationFact':
      return null
  }
}

function entryTitle(value: EntryContent | null, title: string): string {
  if (value?.kind === 'cardOpened') return openedTitle(value)
  if (value?.kind === 'unverifiedOpened') return words.kinds.unverifiedOpened
  if (value?.kind === 'coordinationFact') return words.kinds.coordinationFact
  if (value?.kind === 'personFact') return words.kinds.personFact
  return value?.kind === 'form' && value.corrects !== null ? words.correction(title) : title
}

function openedTitle({ revealed }: Extract<EntryContent, { kind: 'cardOpened' }>): string {
  if (revealed === 'code') return words.kinds.codeRevealed
  return revealed === 'address' ? words.kinds.addressRevealed : words.kinds.cardOpened
}
