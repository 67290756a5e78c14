import { cardOpenedForm } from '#domain/entries/entry-content.ts'
import type { IncidentId, PatientId, ZoneId } from '#domain/base/ids.ts'
import { EntryId } from '#domain/base/ids.ts'
import { type Instant, minutesBetween } from '#domain/time/instant.ts'
import { accepted, refused, type Result } from '#domain/base/result.ts'
import type { World } from '#domain/base/world.ts'
import type { DeviceClock } from '#domain/time/device-clock.ts'
import type { EntryRepository, NewEntry } from '#domain/vault/entry-repository.ts'
import type { Locked } from '#domain/vault/locked.ts'
import type { CardOpenings, OpeningRefusal, Revealed } from '#app/bridge/card-openings.ts'
import { isStorageFailure } from './lists/storage-failure.ts'
import type { Vault } from '#storage/vault/open-vault.ts'
import type { Timers } from '#sync/line/timers.ts'

/** One entry for each employee, patient and visit of five minutes. */
const visitMinutes = 5

/** It is short, so that an employee who deletes photographs to make room soon sees that it helped. */
const retryAfterMilliseconds = 15_000

type OpeningServices = {
  clock: DeviceClock
  world: World
  timers: Timers
  randomUuid(): string
  /** The confirmed incident that is itself the reason to open a card of the zone; null for none. */
  findIncident(zone: ZoneId): Promise<IncidentId | null>
  /** Called with the number of openings that are in memory only. */
  onHeld(count: number): void
  onFault(fault: unknown): void
}

/**
 * The access log of this device. An opening is durable before anything of the card is shown, unless the
 * disk is full or the database fails. Then the card still opens, because an employee may need it, and
 * the opening is held in memory until it can be stored. It is lost when the worker ends before that:
 * when the phone is locked while it still cannot, and when the app is closed or killed. It is tried once
 * more before a lock, and the screen warns for as long as anything is held.
 */
export function cardOpenings(
  vault: Pick<Vault, 'access' | 'entries'>,
  { clock, world, timers, randomUuid, findIncident, onHeld, onFault }: OpeningServices,
): Omit<CardOpenings, 'openUnverified'> & { writeHeld(): Promise<void> } {
  let held: NewEntry[] = []
  /** By employee and patient, because a colleague may unlock the same worker. */
  const openedAt = new Map<string, Instant>()

  async function newEntry(
    patientId: PatientId,
    zone: ZoneId,
    revealed: Revealed | null,
  ): Promise<NewEntry | null> {
    const unlocked = await vault.access.findUnlocked()
    if (unlocked === null) return null
    return {
      entryId: EntryId.parse(randomUuid()),
      content: {
        kind: 'cardOpened',
        author: unlocked.profile.author,
        patientId,
        openedAt: clock.now(),
        revealed: revealed?.kind ?? null,
        reason: revealed?.reason ?? null,
      },
      form: cardOpenedForm,
      zone,
      incident: await findIncident(zone),
      world,
    }
  }

  async function store(entry: NewEntry): Promise<Result<null, OpeningRefusal>> {
    try {
      const added = await vault.entries.add(entry)
      return added.ok ? accepted(null) : added
    } catch (error) {
      if (isStorageFailure(error)) return refused({ kind: 'storageFailed' })
      throw error
    }
  }

  function hold(entry: NewEntry): void {
    held.push(entry)
    onHeld(held.length)
    if (held.length === 1) timers.after(retryAfterMilliseconds, retry)
  }

  function retry(): void {
    writeHeld()
      .catch(onFault)
      .finally(() => {
        if (held.length > 0) timers.after(retryAfterMilliseconds, retry)
      })
  }

  /** Stores what is held. A colleague's openings wait until she unlocks; `alreadySigned` means that it was stored. */
  async function writeHeld(): Promise<void> {
    for (const entry of held) {
      const stored = await store(entry)
      if (!stored.ok && stored.refusal.kind !== 'alreadySigned') continue
      held = held.filter((other) => other !== entry)
      onHeld(held.length)
    }
  }

  /** Null when the log cannot be read: the opening then counts as the first of a visit. */
  async function listOwn(): Promise<Awaited<ReturnType<EntryRepository['listOwn']>> | null> {
    try {
      return await vault.entries.listOwn()
    } catch (error) {
      if (isStorageFailure(error)) return null
      throw error
    }
  }

  async function lastOpening(
    visit: string,
    patientId: PatientId,
  ): Promise<Result<Instant | null, Locked>> {
    const known = openedAt.get(visit)
    if (known !== undefined) return accepted(known)
    const own = await listOwn()
    if (own === null) return accepted(null)
    if (!own.ok) return own
    const opening = own.value.find(
      ({ content }) =>
        content.kind === 'open' &&
        content.value.kind === 'cardOpened' &&
        content.value.revealed === null &&
        content.value.patientId === patientId,
    )
    return accepted(opening?.capturedAt ?? null)
  }

  return {
    async open(patientId, zone) {
      const unlocked = await vault.access.findUnlocked()
      if (unlocked === null) return { ok: false, refusal: { kind: 'locked' } }
      const visit = `${unlocked.employeeId}/${patientId}`
      const last = await lastOpening(visit, patientId)
      if (!last.ok) return last
      const now = clock.now()
      const minutes =
        last.value === null ? Number.POSITIVE_INFINITY : minutesBetween(last.value, now)
      if (minutes >= 0 && minutes < visitMinutes) return accepted(null)
      const entry = await newEntry(patientId, zone, null)
      if (entry === null) return refused({ kind: 'locked' })
      const stored = await store(entry)
      const isHeld = !stored.ok && stored.refusal.kind === 'storageFailed'
      if (isHeld) hold(entry)
      if (!isHeld && !stored.ok) return stored
      openedAt.set(visit, now)
      return accepted(null)
    },

    async reveal(patientId, zone, revealed) {
      const entry = await newEntry(patientId, zone, revealed)
      return entry === null ? refused({ kind: 'locked' }) : store(entry)
    },

    writeHeld,
  }
}
