import { cardOpenedForm, type EntryContent } from '#domain/entries/entry-content.ts'
import type { PatientId, ZoneId } from '#domain/base/ids.ts'
import { EntryId } from '#domain/base/ids.ts'
import { type Instant, minutesBetween } from '#domain/time/instant.ts'
import { accepted, refused, type Result } from '#domain/base/result.ts'
import type { World } from '#domain/base/world.ts'
import type { DeviceClock } from '#storage/device-clock.ts'
import type { AddRefusal } from '#storage/outbox/entry-repository.ts'
import type { Locked } from '#storage/vault/locked.ts'
import type { Vault } from '#storage/vault/vault.ts'

type CardOpened = Extract<EntryContent, { kind: 'cardOpened' }>
export type Revealed = { kind: NonNullable<CardOpened['revealed']>; reason: string | null }

/** storageFailed: the disk is full or gone; the card stays shut, because nobody could see that it was opened. */
export type OpeningRefusal = AddRefusal | { kind: 'storageFailed' }

/** One entry for each employee, patient and visit of five minutes. */
const visitMinutes = 5

/** The access log of this device: durable before anything of the card is shown. */
export function cardOpenings(
  vault: Pick<Vault, 'findUnlocked' | 'entries'>,
  { clock, world, randomUuid }: { clock: DeviceClock; world: World; randomUuid(): string },
) {
  /** By employee and patient: a colleague may be enrolled here while this goes on. */
  const openedAt = new Map<string, Instant>()

  async function write(
    patientId: PatientId,
    zone: ZoneId,
    revealed: Revealed | null,
  ): Promise<Result<null, OpeningRefusal>> {
    const unlocked = await vault.findUnlocked()
    if (unlocked === null) return { ok: false, refusal: { kind: 'locked' } }
    const now = clock.now()
    const entry = {
      entryId: EntryId.parse(randomUuid()),
      content: {
        kind: 'cardOpened',
        author: unlocked.profile.author,
        patientId,
        openedAt: now,
        revealed: revealed?.kind ?? null,
        reason: revealed?.reason ?? null,
      },
      form: cardOpenedForm,
      zone,
      world,
    } as const
    try {
      const added = await vault.entries.add(entry)
      return added.ok ? accepted(null) : added
    } catch (error) {
      // By its name: an error that comes out of the vault's worker has lost its class.
      if (error instanceof Error && error.name === 'StorageFailedError') {
        return refused({ kind: 'storageFailed' })
      }
      throw error
    }
  }

  async function lastOpening(
    visit: string,
    patientId: PatientId,
  ): Promise<Result<Instant | null, Locked>> {
    const known = openedAt.get(visit)
    if (known !== undefined) return accepted(known)
    const own = await vault.entries.listOwn()
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
    async open(patientId: PatientId, zone: ZoneId): Promise<Result<null, OpeningRefusal>> {
      const unlocked = await vault.findUnlocked()
      if (unlocked === null) return { ok: false, refusal: { kind: 'locked' } }
      const visit = `${unlocked.employeeId}/${patientId}`
      const last = await lastOpening(visit, patientId)
      if (!last.ok) return last
      const now = clock.now()
      const minutes =
        last.value === null ? Number.POSITIVE_INFINITY : minutesBetween(last.value, now)
      if (minutes >= 0 && minutes < visitMinutes) return accepted(null)
      const written = await write(patientId, zone, null)
      if (written.ok) openedAt.set(visit, now)
      return written
    },

    /** Each reveal is an entry of its own, whenever the one before was. */
    reveal: (patientId: PatientId, zone: ZoneId, revealed: Revealed) =>
      write(patientId, zone, revealed),
  }
}

export type CardOpenings = ReturnType<typeof cardOpenings>
