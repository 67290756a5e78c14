import type { Instant } from '#domain/time/instant.ts'
import { mayDo } from '#domain/roles/duties.ts'
import { holdsClass } from '#domain/streams/stream-access.ts'
import { enrol } from '#text/nb/screens/enrol.ts'
import { dayAndMomentWords } from '#text/nb/words/time.ts'
import type { Readiness } from '../../services/readiness.ts'
import { withinSentence } from '#text/nb/words/name.ts'
import { zoneText } from '#text/nb/words/zone.ts'
import type { Proof } from '../../ui/Proofs.tsx'

export type OfflineProof =
  | { kind: 'notTried' }
  /** Tried on an earlier day or visit to this screen. */
  | { kind: 'proved'; at: Instant }
  | { kind: 'reading'; done: number; of: number }
  | { kind: 'wrongCode' }
  | { kind: 'failed'; what: string }
  | { kind: 'done'; documents: number }

/** The six proofs in order, only from what is read on the device. */
export function proofsOf(readiness: Readiness, offline: OfflineProof, now: Instant): Proof[] {
  const { cards, forms } = readiness
  return [
    done(
      enrol.signedIn,
      [readiness.name, withinSentence(readiness.title ?? '')].filter(Boolean).join(', '),
    ),
    done(enrol.ownCode, enrol.ownCodeText),
    listsProof(readiness, now),
    {
      title: enrol.cards,
      text: cards === null || forms === null ? enrol.notFetched : enrol.cardsText(cards, forms),
      ...stateOf(cards !== null && cards > 0 && forms !== null && forms > 0),
    },
    medicationProof(readiness),
    offlineProof(offline, now),
  ]
}

/** An employee whose role has no lists is ready without them. */
function listsProof({ role, zones, asOf }: Readiness, now: Instant): Proof {
  if (!holdsClass(role, 'critical')) return done(enrol.lists(''), enrol.notForRole)
  const fetched = zones.filter(({ patients }) => patients !== null).length
  const isWhole = fetched === zones.length
  const patients = zones.reduce((sum, zone) => sum + (zone.patients ?? 0), 0)
  const from = asOf === null ? null : dayAndMomentWords(asOf, now)
  return {
    title: enrol.lists(zones.map(({ name }) => unbroken(zoneText(name))).join(', ')),
    text: isWhole ? enrol.listsText(patients, from) : enrol.fetching(fetched, zones.length),
    progress: isWhole ? undefined : { done: fetched, of: zones.length },
    ...stateOf(zones.length > 0 && isWhole),
  }
}

function medicationProof({ role, zones, details }: Readiness): Proof {
  if (!holdsClass(role, 'details')) {
    const text = mayDo(role, 'fetchPatientPart') ? enrol.oneAtATime : enrol.notForRole
    return done(enrol.medication, text)
  }
  const isWhole = zones.every(({ patients }) => patients !== null)
  if (isWhole && details.done >= details.of) {
    // All that the list had is here; whether it had any sheets is another matter.
    return details.sheets === 0
      ? {
          title: enrol.medication,
          text: enrol.noSheets,
          state: 'lacking',
          stateWord: enrol.lacking,
        }
      : done(enrol.medication, enrol.sheets(details.sheets, details.of))
  }
  return {
    title: enrol.medication,
    text: enrol.medicationText(details.done, details.of),
    progress: details.done < details.of ? details : undefined,
    ...stateOf(false),
  }
}

function offlineProof(offline: OfflineProof, now: Instant): Proof {
  const title = enrol.withoutNetwork
  switch (offline.kind) {
    case 'notTried':
    case 'wrongCode':
      return { title, text: enrol.withoutNetworkText, ...stateOf(false) }
    case 'proved':
      return done(title, enrol.provedAt(dayAndMomentWords(offline.at, now)))
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

/** Keeps a name on one row of the screen. */
function unbroken(name: string): string {
  return name.replaceAll(' ', '\u00a0')
}

function done(title: string, text: string): Proof {
  return { title, text, ...stateOf(true) }
}

function stateOf(isDone: boolean): Pick<Proof, 'state' | 'stateWord'> {
  return isDone
    ? { state: 'done', stateWord: enrol.done }
    : { state: 'waiting', stateWord: enrol.notDone }
}
