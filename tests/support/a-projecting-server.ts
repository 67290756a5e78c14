import { isIdTaken } from '#server/projection/note-writes.ts'
import { unlimitedRate } from './unlimited-rate.ts'
import { randomUUID } from 'node:crypto'
import { type PushEntries, pushBytes } from '#contract/push-entries.ts'
import {
  DeviceId,
  EmployeeId,
  EntryId,
  type IncidentId,
  MunicipalityId,
  PatientId,
  ZoneId,
} from '#domain/base/ids.ts'
import type { Verdict } from '#domain/entries/author-rights.ts'
import { FormReference } from '#domain/forms/form-reference.ts'
import { wordedResponse } from '#domain/forms/worded-response.ts'
import { StreamId } from '#domain/streams/stream.ts'
import { checkPush } from '#server/inbox/check-push.ts'
import { takeEntries } from '#server/inbox/take-entries.ts'
import { usualContentLimits } from '#server/projection/content-limits.ts'
import { decideReview } from '#server/projection/decide-review.ts'
import { projectNext } from '#server/projection/project-entry.ts'
import type { ReviewDecision } from '#server/projection/review-store.ts'
import { sealOpener } from '#server/projection/seal-opener.ts'
import { saidOfItself } from '#server/projection/said-of-itself.ts'
import { writeVersions } from '#server/streams/write-versions.ts'
import { coordinationFactForm, type EntryContent } from '#domain/entries/entry-content.ts'
import {
  aboutEntryAddresses,
  countersigningForm,
  withdrawalForm,
} from '#domain/entries/forms-about-entries.ts'
import type { QuestionnaireResponse, ResponseItem } from '#domain/forms/questionnaire-response.ts'
import { aStart } from './a-fact.ts'
import { noon } from './a-patient.ts'
import { appendEntry } from './append-entry.ts'
import { type OutboxDisk, lineOf } from './memory-outbox-store.ts'
import { memorySyncDatabase } from './memory-sync-database.ts'
import { newServerKeys, webCryptoOf } from './web-crypto.ts'

export const municipality = MunicipalityId.parse('testby')
export const zone = ZoneId.parse('nord-1')
const form = FormReference.parse('prove@1')
const patientId = PatientId.parse('6f1f2c9e-0f57-4b0e-9a39-0d2f6a4f2b11')
const list = StreamId.parse('testby/real/nord-1/critical')
const forms = StreamId.parse('testby/real/*/forms')
const journal = StreamId.parse('testby/real/nord-1/journal')
const formBody = {
  resourceType: 'Questionnaire',
  url: 'urn:beredt:form:prove',
  version: '1',
  name: 'prove',
  title: 'Prøve',
  status: 'active',
  subjectType: ['Patient'],
  item: [],
}

export const formerKeys = await newServerKeys()
export const keys = await newServerKeys()
export const current = webCryptoOf(keys)
const { serverKeyId, seal } = webCryptoOf(formerKeys)
/** A device that seals to the server's former key. */
export const former = { ...current, serverKeyId, seal }
const { hasher, signatures } = current
export const onlyCurrent = sealOpener(() => keys.sealing)
export const both = sealOpener(() => [...keys.sealing, ...formerKeys.sealing])

export const newId = () => EntryId.parse(randomUUID())

export async function aSealedPhone(): Promise<OutboxDisk> {
  const deviceId = DeviceId.parse(randomUUID())
  const key = await current.makeKey()
  const { keyId, publicKey } = key
  const shared = {
    municipality,
    deviceId,
    keyId,
    publicKey,
    issuedAt: noon,
    expiresAt: noon,
  }
  const employeeId = EmployeeId.parse(randomUUID())
  const device = await current.vouch({ kind: 'device', ...shared })
  const authors = [await current.vouch({ kind: 'author', ...shared, employeeId })]
  const line = { deviceId, key, device, author: { employeeId, keyId }, authors }
  const nothing = { rows: [], noticesCursor: 0, ended: false }
  return { lines: new Map([[deviceId, { ...line, ...nothing }]]), current: deviceId }
}

const effect: Verdict = { kind: 'effect', marks: [] }

/** Everybody may write everything, unless the verdict says otherwise. */
export async function aProjectingServer(first: Verdict = effect) {
  let verdict = first
  const database = memorySyncDatabase()
  const write = { kind: 'put', docId: form, schema: 'questionnaire@1', body: formBody } as const
  await database.transaction(({ streams }) =>
    writeVersions(streams, forms, [write], { hasher, now: noon }),
  )
  const patient = { kind: 'put', docId: patientId, schema: 'patient@1', body: {} } as const
  await database.transaction(({ streams }) =>
    writeVersions(streams, list, [patient], { hasher, now: noon }),
  )
  return {
    /** Receives everything that is on the phone. */
    async receive(phone: OutboxDisk) {
      const { key, device, authors, rows } = lineOf(phone, phone.current)
      if (device === null) throw new Error('The server has not vouched for the device.')
      const unsigned: Omit<PushEntries, 'signature'> = {
        protocol: 1,
        device,
        authors,
        entries: rows.map(({ entry }) => entry),
        taken: [],
        noticesAfter: 0,
        sentAt: noon,
      }
      const push = { ...unsigned, signature: await key.sign(pushBytes(unsigned, hasher)) }
      const checks = { signatures, hasher, municipality, rate: unlimitedRate }
      const checked = await checkPush(push, checks)
      if (!checked.ok) throw new Error(checked.refusal.kind)
      await database.transaction(({ inbox }) => takeEntries(inbox, push, checked.value, noon))
    },
    /** From now on. */
    judgeAs(next: Verdict) {
      verdict = next
    },
    async project(seals = both, now = noon) {
      const ports = {
        seals,
        hasher,
        contentLimits: usualContentLimits,
        zones: new Set([zone]),
        wordResponse: wordedResponse,
        judge: () => verdict,
        isIdTaken,
        said: saidOfItself,
      }
      await database.transaction(({ inbox }) => inbox.makeReady(now, 500))
      const next = () =>
        database.transaction((stores) => projectNext(stores, ports, now, new Set()))
      while (await next());
    },
    notes: () => [...(database.committed().streams.get(journal)?.documents.keys() ?? [])],
    authorOf: (docId: string) =>
      database.committed().streams.get(journal)?.documents.get(docId)?.document.body,
    stateOf(entryId: EntryId) {
      const rows = [...database.committed().inbox.values()].map(({ entry }) => entry)
      return rows.find((row) => row.entryId === entryId)?.projected
    },
    reasonOf(entryId: EntryId) {
      const rows = [...database.committed().inbox.values()]
      return rows.find(({ entry }) => entry.entryId === entryId)?.notice?.reason
    },
    /** A section leader decides about what waits. */
    decide: (entryId: EntryId, decision: ReviewDecision) =>
      database.transaction((stores) =>
        decideReview(
          stores,
          entryId,
          { decision, by: EmployeeId.parse(randomUUID()) },
          { municipality, zones: [zone], hasher, now: noon },
        ),
      ),
    questions: () => [...database.committed().reviews.keys()],
    /** The live documents of a stream. */
    documents: (stream: StreamId) =>
      [...(database.committed().streams.get(stream)?.documents.values() ?? [])]
        .map(({ document }) => document)
        .filter(({ deleted }) => !deleted),
    schemas: () =>
      [...(database.committed().streams.get(journal)?.documents.values() ?? [])]
        .filter(({ document }) => !document.deleted)
        .map(({ document }) => document.schema),
    accesses: () => database.committed().accesses,
    alarms: () => database.committed().alarms,
  }
}

/** Somebody starts an incident. */
export async function writeStart(
  phone: OutboxDisk,
  sealing: typeof current,
  more: { entryId?: EntryId; reseals?: EntryId; incident: IncidentId },
): Promise<EntryId> {
  const { entryId = newId(), ...named } = more
  await appendEntry(phone, sealing, {
    entryId,
    ...named,
    municipality,
    zone: null,
    form: coordinationFactForm,
    now: noon,
    content: (author) => ({
      kind: 'coordinationFact',
      author,
      at: noon,
      isTyped: false,
      replaces: [],
      writtenAt: noon,
      body: aStart(),
    }),
  })
  return entryId
}

export async function writeNote(
  phone: OutboxDisk,
  sealing: typeof current,
  more: { entryId?: EntryId; reseals?: EntryId } = {},
): Promise<EntryId> {
  return writeForm(phone, sealing, more, {
    form,
    content: { corrects: null, response: aResponse('urn:beredt:form:prove|1') },
  })
}

/** Somebody has checked another entry, or takes her own back. */
export async function writeAbout(
  phone: OutboxDisk,
  sealing: typeof current,
  about: Pick<FormContent, 'countersigns' | 'withdraws'>,
): Promise<EntryId> {
  const kind = about.countersigns === undefined ? 'withdraws' : 'countersigns'
  const answer = [{ valueString: 'Prøve, 12:00' }]
  const item =
    kind === 'countersigns'
      ? [{ linkId: 'what', answer }]
      : ['what', 'reason'].map((linkId) => ({ linkId, answer }))
  return writeForm(
    phone,
    sealing,
    {},
    {
      form: kind === 'countersigns' ? countersigningForm : withdrawalForm,
      content: {
        corrects: null,
        ...about,
        response: aResponse(`${aboutEntryAddresses[kind]}|1`, item),
      },
    },
  )
}

type FormContent = Extract<EntryContent, { kind: 'form' }>

function aResponse(questionnaire: string, item: ResponseItem[] = []): QuestionnaireResponse {
  return { resourceType: 'QuestionnaireResponse', questionnaire, status: 'completed', item }
}

async function writeForm(
  phone: OutboxDisk,
  sealing: typeof current,
  more: { entryId?: EntryId; reseals?: EntryId },
  written: {
    form: FormReference
    content: Pick<FormContent, 'corrects' | 'countersigns' | 'withdraws' | 'response'>
  },
): Promise<EntryId> {
  const { entryId = newId(), ...repeated } = more
  await appendEntry(phone, sealing, {
    entryId,
    ...repeated,
    municipality,
    zone,
    form: written.form,
    now: noon,
    content: (author) => ({
      kind: 'form',
      author,
      patientId,
      eventAt: noon,
      writtenAt: noon,
      ...written.content,
    }),
  })
  return entryId
}
