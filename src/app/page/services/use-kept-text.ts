import { useEffect, useRef } from 'react'
import { EntryId, ZoneId } from '#domain/base/ids.ts'
import { useServices } from './services.ts'
import { findTypedText, typedTextDraft } from './remembered/typed-text.ts'
import { useUnlocked } from './unlocked.ts'
import { useOpened } from './use-opened.ts'

/** Whoever has no zone keeps what she typed too; the zone of a kept field is never read. */
const noZone = ZoneId.parse('uten-sone')

/**
 * Keeps what is typed in a field over a lock, sealed on the device as drafts are, until it is stored. `place` names the field
 * and what it is about. `kept` is what stood there before the lock; undefined while that is being read.
 */
export function useKeptText(place: string) {
  const { device, clock, world, newId } = useServices()
  const { profile } = useUnlocked()
  const listed = useOpened((core) => core.vault.drafts.list(), [place])
  const found = listed?.ok === true ? findTypedText(listed.value.drafts, place) : null
  const typed = useRef<string | null>(null)
  /** What has been stored since that was read. */
  const stored = useRef<EntryId | null>(null)

  async function forget(): Promise<void> {
    typed.current = null
    const id = stored.current ?? found?.id ?? null
    stored.current = null
    if (id !== null) await device.core().vault.drafts.remove(id)
  }

  async function keep(): Promise<void> {
    const text = typed.current
    if (text === null) return
    if (text.trim() === '') return await forget()
    const id = stored.current ?? found?.id ?? EntryId.parse(newId())
    stored.current = id
    const about = { zone: profile.zones[0]?.id ?? noZone, world, now: clock.now() }
    await device.core().vault.drafts.save(typedTextDraft({ id, place, text }, about))
  }

  useEffect(() => device.beforeLock(keep))

  return {
    kept: listed === undefined ? undefined : (found?.text ?? null),
    onType(text: string): void {
      typed.current = text
    },
    /** It has been stored, or thrown away. */
    forget,
  }
}

export type KeptText = ReturnType<typeof useKeptText>
