import type { judgeEntry } from '#domain/entries/author-rights.ts'
import type { EntryContent } from '#domain/entries/entry-content.ts'
import type { SealedEntry } from '#domain/entries/entry.ts'
import type { Hasher } from '#domain/base/hasher.ts'
import type { DeviceId, EmployeeId, EntryId, IncidentId, KeyId, ZoneId } from '#domain/base/ids.ts'
import type { QuestionnaireResponse } from '#domain/forms/questionnaire-response.ts'
import type { Questionnaire } from '#domain/forms/questionnaire.ts'
import type { AuthorStore } from '../accounts/author-store.ts'
import type { AlarmStore } from '../alarms/alarm-store.ts'
import type { InboxEntry } from '../base/inbox-entry.ts'
import type { InboxStore } from '../inbox/inbox-store.ts'
import type { StreamStore } from '../streams/stream-store.ts'
import type { Presenced, PutOff } from '../streams/batch-streams.ts'
import type { CoordinationSaid, PersonSaid } from '../facts/fact-content.ts'
import type { NoticeOutcome } from '../inbox/add-notice.ts'
import type { ContentLimits } from './content-limits.ts'
import type { isIdTaken } from './note-writes.ts'
import type { ReviewStore } from './review-store.ts'
import type { SaidOfItself } from './said-of-itself.ts'

/** Opens content that was sealed to the server's key; null when it does not open. */
export interface SealOpener {
  /** The keys that it opens with. An entry sealed to another key waits for a server that has that key. */
  readonly keyIds: readonly KeyId[]
  open(entry: SealedEntry, context: Uint8Array<ArrayBuffer>): Promise<string | null>
}

export type ProjectionPorts = {
  seals: SealOpener
  hasher: Hasher
  contentLimits: ContentLimits
  /** All zones of the municipality. */
  zones: ReadonlySet<ZoneId>
  /** The response as the form words it; null when it is not valid for the form. */
  wordResponse(form: Questionnaire, response: QuestionnaireResponse): QuestionnaireResponse | null
  judge: typeof judgeEntry
  isIdTaken: typeof isIdTaken
  said: SaidOfItself
}

/** What the entries of a batch will ask for: the effects that they may share, their authors, and whom they are about. */
export type Needs = {
  originals: readonly EntryId[]
  authors: readonly { employeeId: EmployeeId; deviceId: DeviceId }[]
  presences: readonly Presenced[]
}

export type ProjectionStores = {
  inbox: InboxStore
  streams: StreamStore
  /** Puts a write off until others of the same transaction are known; without it each is written at once. */
  putOff?: PutOff
  /** Does the same with what an entry's device is told of it. */
  putOffNotice?(row: InboxEntry, outcome: NoticeOutcome): void
  /** Reads at once what would be asked for one by one. */
  foresee?(needs: Needs): Promise<void>
  authors: AuthorStore
  reviews: ReviewStore
  alarms: AlarmStore
}

export type Form = Extract<EntryContent, { kind: 'form' }>
export type CardOpened = Extract<EntryContent, { kind: 'cardOpened' }>
export type UnverifiedOpened = Extract<EntryContent, { kind: 'unverifiedOpened' }>

/** An entry that opened, by the author who signed it, of a zone of ours. What names a stream needs no zone. */
export type ReadContent =
  | { kind: 'ofZone'; zone: ZoneId; content: Form | CardOpened }
  | { kind: 'ofStream'; content: UnverifiedOpened }
  | { kind: 'ofIncident'; incident: IncidentId; content: CoordinationSaid }
  | { kind: 'ofPeople'; incident: IncidentId; zone: ZoneId; content: PersonSaid }
