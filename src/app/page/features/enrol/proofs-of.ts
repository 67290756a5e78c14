import type { Instant } from '#domain/time/instant.ts'
import { enrol } from '#text/nb/screens/enrol.ts'
import { dayAndMomentWords } from '#text/nb/words/time.ts'
import type { Readiness } from '../../services/readiness.ts'
import { zoneText } from '#text/nb/words/zone.ts'
import type { Proof } from '../../ui/Proofs.tsx'

export type OfflineProof =
  | { kind: 'notTried' }
  | { kind: 'reading'; done: number; of: number }
  | { kind: 'wrongCode' }
  | { kind: 'failed'; what: string }
  | { kind: 'done'; documents: number }

/** The six proofs in order, only from what is read on the device. */
export function proofsOf(readiness: Readiness, offline: OfflineProof, now: Instant): Proof[] {
  const { zones, asOf, cards, forms, details } = readiness
  const missing = zones.filter(({ patients }) => patients === null)
  const patients = zones.reduce((sum, zone) => sum + (zone.patients ?? 0), 0)
  const from = asOf === null ? null : dayAndMomentWords(asOf, now)
  return [
    done(
      enrol.signedIn,
      [readiness.name, readiness.title?.toLowerCase()].filter(Boolean).join(', '),
    ),
    done(enrol.ownCode, enrol.ownCodeText),
    {
      title: enrol.lists(zones.map(({ name }) => zoneText(name)).join(', ')),
      text:
        missing.length === 0
          ? enrol.listsText(patients, from)
          : enrol.fetching(zones.length - missing.length, zones.length),
      progress:
        missing.length === 0
          ? undefined
          : { done: zones.length - missing.length, of: zones.length },
      ...stateOf(zones.length > 0 && missing.length === 0),
    },
    {
      title: enrol.cards,
      text: cards === null || forms === null ? enrol.notFetched : enrol.cardsText(cards, forms),
      ...stateOf(cards !== null && cards > 0 && forms !== null && forms > 0),
    },
    {
      title: enrol.medication,
      text: enrol.medicationText(details.done, details.of),
      progress: details.done < details.of ? details : undefined,
      ...stateOf(missing.length === 0 && details.done >= details.of),
    },
    offlineProof(offline),
  ]
}

function offlineProof(offline: OfflineProof): Proof {
  const title = enrol.withoutNetwork
  switch (offline.kind) {
    case 'notTried':
    case 'wrongCode':
      return { title, text: enrol.withoutNetworkText, ...stateOf(false) }
    case 'reading':
      return {
        title,
        text: enrol.reading(offline.done, offline.of),
        progress: offline,
        ...stateOf(false),
      }
    case 'failed':
      return {
        title,
        text: enrol.withoutNetworkFailed(offline.what),
        state: 'failed',
        stateWord: enrol.failed,
      }
    case 'done':
      return done(title, enrol.withoutNetworkDone(offline.documents))
  }
}

function done(title: string, text: string): Proof {
  return { title, text, ...stateOf(true) }
}

function stateOf(isDone: boolean): Pick<Proof, 'state' | 'stateWord'> {
  return isDone
    ? { state: 'done', stateWord: enrol.done }
    : { state: 'waiting', stateWord: enrol.notDone }
}
