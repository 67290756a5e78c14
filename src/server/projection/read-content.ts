import { EntryContext, type SealedEntry, contextBytes } from '#domain/entries/entry.ts'
import { bodiesOf, parseBodies } from '#domain/documents/open-documents.ts'
import { municipalityStreamOf } from '#domain/documents/stream-of-kind.ts'
import {
  coordinationFactForm,
  EntryContent,
  personFactForm,
} from '#domain/entries/entry-content.ts'
import { formsAboutEntries } from '#content/forms/forms-about-entries.ts'
import { type FormReference, formIdOf, formReferenceOf } from '#domain/forms/form-reference.ts'
import { countersigningForm, withdrawalForm } from '#domain/entries/forms-about-entries.ts'
import type { Questionnaire } from '#domain/forms/questionnaire.ts'
import { type Result, accepted, refused } from '#domain/base/result.ts'
import type { InboxEntry, QuarantineReason } from '../base/inbox-entry.ts'
import type { StreamStore } from '../streams/stream-store.ts'
import { parseContent, sealedRefusal } from './content-limits.ts'
import { hasPossibleTimes } from '../facts/possible-times.ts'
import type { CoordinationSaid, PersonSaid } from '../facts/fact-content.ts'
import type { Form, ProjectionPorts, ReadContent } from './projection-ports.ts'

type Refusal = QuarantineReason | 'newerForm'
export type OpenedContent = Result<ReadContent, Refusal>

/** Opens an entry and checks its content. `newerForm`: only a newer server can tell whether it is valid. */
export async function readContent(
  row: InboxEntry,
  streams: StreamStore,
  ports: ProjectionPorts,
): Promise<OpenedContent> {
  const { header } = row.entry
  const { zone, municipality } = header
  if (zone !== null && !ports.zones.has(zone)) return refused('unknownZone')
  const opened = await openContent(row, ports)
  if (!opened.ok) return opened
  const content = opened.value
  if (content.kind === 'unverifiedOpened') {
    const isOurs = content.stream.startsWith(`${municipality}/`)
    return isOurs ? accepted({ kind: 'ofStream', content }) : refused('unreadable')
  }
  if (content.kind === 'coordinationFact' || content.kind === 'personFact') {
    return readFact(header, content)
  }
  if (zone === null) return refused('noZone')
  if (content.kind === 'cardOpened') return accepted({ kind: 'ofZone', zone, content })

  const form = isAboutEntry(content)
    ? findFormAboutEntry(header.form, content)
    : await findForm(streams, header)
  if (form === null) return refused('unknownForm')
  if (form === 'newer') return refused('newerForm')
  const response = ports.wordResponse(form, content.response)
  return response === null
    ? refused('invalidResponse')
    : accepted({ kind: 'ofZone', zone, content: { ...content, response } })
}

/** A fact names its incident; one about people names their zone, and one about the incident none. */
function readFact(
  { zone, incident }: Pick<SealedEntry['header'], 'zone' | 'incident'>,
  content: CoordinationSaid | PersonSaid,
): Result<ReadContent, QuarantineReason> {
  if (incident === null) return refused('noIncident')
  if (!hasPossibleTimes(content)) return refused('impossibleTime')
  if (content.kind === 'personFact') {
    if (zone === null) return refused('noZone')
    return accepted({ kind: 'ofPeople', incident, zone, content })
  }
  if (zone !== null) return refused('zoneOfMunicipality')
  return accepted({ kind: 'ofIncident', incident, content })
}

async function openContent(
  { entry, authorEmployeeId }: InboxEntry,
  { seals, hasher, contentLimits }: ProjectionPorts,
): Promise<Result<EntryContent, Refusal>> {
  const oversized = sealedRefusal(entry, contentLimits)
  if (oversized !== null) return refused(oversized)
  const text = await seals.open(entry, contextBytes(EntryContext.parse(entry.header), hasher))
  if (text === null) return refused('unopened')
  const parsed = parseContent(text, contentLimits, hasher)
  if (!parsed.ok) return parsed
  const content = EntryContent.safeParse(parsed.value)
  if (!content.success) {
    return refused(isNewerFact(entry.header.form) ? 'newerForm' : 'unreadable')
  }
  const isAuthors = content.data.author.employeeId === authorEmployeeId
  return isAuthors ? accepted(content.data) : refused('otherAuthor')
}

const factForms = [coordinationFactForm, personFactForm]

/** Whether it says of itself that it is a fact of a version that this build does not know. */
function isNewerFact(form: FormReference): boolean {
  return factForms.some((known) => formIdOf(known) === formIdOf(form) && known !== form)
}

function isAboutEntry({ countersigns, withdraws }: Form): boolean {
  return countersigns !== undefined || withdraws !== undefined
}

/** The form is this build's own, and says the same as the content. Null when it does not. */
function findFormAboutEntry(
  reference: FormReference,
  { countersigns, withdraws, corrects }: Form,
): Questionnaire | 'newer' | null {
  const isOne = (countersigns === undefined) !== (withdraws === undefined) && corrects === null
  const wanted = countersigns === undefined ? withdrawalForm : countersigningForm
  if (!isOne || formIdOf(reference) !== formIdOf(wanted)) return null
  return formsAboutEntries.find((form) => formReferenceOf(form) === reference) ?? 'newer'
}

/** Null for a form that was never issued. */
async function findForm(
  streams: StreamStore,
  header: Pick<SealedEntry['header'], 'municipality' | 'world' | 'form'>,
): Promise<Questionnaire | 'newer' | null> {
  const stored = await streams.findDocument(
    municipalityStreamOf('questionnaire', header),
    header.form,
  )
  const { bodies, newer } = bodiesOf('questionnaire', stored === null ? [] : [stored])
  if (newer > 0) return 'newer'
  return parseBodies('questionnaire', bodies).values[0] ?? null
}
