import type { Verdict } from '#domain/entries/author-rights.ts'
import type { Author } from '#domain/base/author.ts'
import type { Note, NoteMark } from '#domain/entries/note.ts'
import type { EntryId, ZoneId } from '#domain/base/ids.ts'
import type { FormReference } from '#domain/forms/form-reference.ts'
import { isRegistration } from '#domain/new-patients/registration.ts'
import type { Duty } from '#domain/roles/duties.ts'
import type { InboxEntry } from '../base/inbox-entry.ts'
import { findAboutEntry } from './find-about-entry.ts'
import { findCoordinationOutcome, findPersonOutcome } from './find-fact-outcome.ts'
import { findSubject, findNotified, hasHad } from './find-subject.ts'
import type { Outcome } from './outcome.ts'
import type { Form, ProjectionPorts, ProjectionStores, ReadContent } from './projection-ports.ts'

type Stores = Pick<ProjectionStores, 'authors' | 'streams' | 'inbox'>
type Ports = Pick<ProjectionPorts, 'judge' | 'said' | 'zones' | 'isIdTaken'>

/** Decides what becomes of an entry whose content is valid; its effect has the id. It writes nothing. */
export async function findOutcome(
  stores: Stores,
  row: InboxEntry,
  { read, entryId }: { read: ReadContent; entryId: EntryId },
  ports: Ports,
): Promise<Outcome | { kind: 'waits' }> {
  switch (read.kind) {
    case 'ofStream':
      return { kind: 'applied', effect: { kind: 'alarm', opened: read.content } }
    case 'ofIncident':
      return findCoordinationOutcome(stores, row, { read, entryId }, ports)
    case 'ofPeople':
      return findPersonOutcome(stores, row, { read, entryId }, ports)
    case 'ofZone': {
      const { zone, content } = read
      if (content.kind === 'form') return judgeForm(stores, row, { zone, content, entryId }, ports)
      const { incident } = row.entry.header
      return { kind: 'applied', effect: { kind: 'opening', zone, incident, opened: content } }
    }
  }
}

async function judgeForm(
  { authors, streams, inbox }: Stores,
  row: InboxEntry,
  written: { zone: ZoneId; content: Form; entryId: EntryId },
  { judge, said, zones, isIdTaken }: Ports,
): Promise<Outcome | { kind: 'waits' }> {
  const { zone, content, entryId } = written
  const other = await findAboutEntry(inbox, row, content)
  if (other?.kind === 'waits') return other
  if (other?.kind === 'rejected') return { kind: 'settled', as: other.kind, reason: null }
  if (other?.kind === 'otherContent') return { kind: 'quarantined', reason: 'invalidResponse' }
  const { municipality, world, form } = row.entry.header
  const taking = { entryId, form, withdraws: content.withdraws }
  if (await isIdTaken(streams, taking, { municipality, world, zones })) {
    return { kind: 'quarantined', reason: 'invalidResponse' }
  }
  const { employeeId } = content.author
  const known = await authors.findAuthor(employeeId, row.deviceId)
  const about = { ...row.entry.header, zone, patientId: content.patientId }
  const subject = await findSubject(streams, about)
  const duties = other?.kind === 'effect' ? other.duties : dutiesOf(form)
  const verdict: Verdict =
    other?.kind === 'notHers'
      ? { kind: 'toPerson', reason: 'role' }
      : judge(known?.rights ?? null, { duties, zone, subject, receiver: null }, row)
  const author = said.nameAuthor(known, content.author)
  const times = { ...content, receivedAt: row.receivedAt }
  const marks = [...marksOf(verdict), ...said.markTimes(times)]
  const note = noteOf(row, { ...written, author, marks })
  if (verdict.kind === 'effect') return { kind: 'applied', effect: { kind: 'note', note } }
  const notifiesHome = subject.kind === 'zoneItself' || hasHad(known, zone)
  const notified = await findNotified(streams, about, { subject, zones, notifiesHome })
  return { kind: 'held', reason: verdict.reason, note, notified, fact: null }
}

function dutiesOf(form: FormReference): readonly Duty[] {
  return isRegistration(form) ? ['writeNotes', 'registerPatients'] : ['writeNotes']
}

function marksOf(verdict: Verdict): NoteMark[] {
  return verdict.kind === 'effect' ? verdict.marks : []
}

type NoteParts = {
  entryId: EntryId
  zone: ZoneId
  content: Form
  author: Author
  marks: readonly NoteMark[]
}

function noteOf(row: InboxEntry, { entryId, zone, content, author, marks }: NoteParts): Note {
  const { deviceId, n, receivedAt, entry } = row
  const { patientId, eventAt, writtenAt, corrects, countersigns, withdraws, response } = content
  return {
    entryId,
    deviceId,
    n,
    zone,
    form: entry.header.form,
    patientId,
    author,
    eventAt,
    writtenAt,
    receivedAt,
    marks: [...marks],
    corrects,
    ...(countersigns === undefined ? {} : { countersigns }),
    ...(withdraws === undefined ? {} : { withdraws }),
    hash: row.entryHash,
    response,
  }
}
