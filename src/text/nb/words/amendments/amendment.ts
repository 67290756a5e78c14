import type { Away } from '#domain/amendments/standing-amendments.ts'
import { type Amendment, isDisputed } from '#domain/amendments/amendment.ts'
import type { Listed, ShownAmendment } from '#domain/amendments/beside-amendment.ts'
import { medicineName } from '#domain/amendments/same-medicine.ts'
import type { Medication } from '#domain/patient/medication.ts'
import { type Instant, localClock } from '#domain/time/instant.ts'
import { fullAddress } from '../address.ts'
import { hasCodeText } from '../access.ts'
import { contactText } from '../contact.ts'
import { unknownAuthorText } from '../note-mark.ts'
import { dateWords } from '../time.ts'

/** What the signed changes are called on every screen, list and page. */
export const amendmentsTitle = 'Endringer siden lista'

/** Where what is given is not what matters first; each stands on her card. */
export function medicineCountText(count: number): string {
  return count === 1
    ? '1 endring i legemidler siden lista'
    : `${count} endringer i legemidler siden lista`
}

const titles = {
  dose: 'Dose endret',
  stopped: 'Seponert',
  hospitalised: 'Innlagt',
  home: 'Hjemme igjen',
  died: 'Død',
  moved: 'Flyttet',
  key: 'Ny nøkkel',
  nextOfKin: 'Ny pårørende',
  other: 'Endret',
  withdrawn: 'Trukket tilbake',
} satisfies Record<Amendment['body']['kind'], string>

/**
 * «Dose endret 12.10. kl. 14:05 av Kari Nordmann: Furix 5 mg kl. 08 (lista sier 2,5 mg kl. 08:00)»: what, when, by whom,
 * and what the list says of the same. The same words on screen and paper. Of a protected patient it says neither where
 * her key is nor the telephone of her kin.
 */
export function amendmentText(shown: ShownAmendment): string {
  const { amendment, hasBegun } = shown
  const listed = withoutTellingList(shown)
  const { author, from } = amendment
  const when = hasBegun ? dayAndTime(from) : `fra ${dayAndTime(from)}`
  const who = author.name === '' ? unknownAuthorText.toLowerCase() : author.name
  const said = `${amendmentTitle(amendment, listed)} ${when} av ${who}`
  const value = amendmentValue(amendment, shown)
  const list = listed === null ? null : listedText(listed, amendment)
  return [
    value === '' ? said : `${said}: ${value}`,
    list === null ? null : `(${list})`,
    isDisputed(amendment) ? disputedText(amendment) : null,
    amendment.receivedAt === null ? '– bare på denne telefonen ennå' : null,
  ]
    .filter((part) => part !== null)
    .join(' ')
}

/** What is different, in two or three words. A dose of what the sheet does not have is a new medicine. */
export function amendmentTitle({ body }: Amendment, listed: Listed | null): string {
  const isNew = body.kind === 'dose' && listed?.kind === 'medicine' && listed.medication === null
  return isNew ? 'Nytt legemiddel' : titles[body.kind]
}

/** A protected patient's own lines, once a reason for them has been logged. */
export function disclosedAmendment(shown: ShownAmendment): ShownAmendment {
  return { ...shown, isProtected: false }
}

function withoutTellingList({ listed, isProtected }: ShownAmendment): Listed | null {
  if (!isProtected || listed?.kind !== 'contact' || listed.contact === null) return listed
  return { ...listed, contact: { ...listed.contact, phone: null } }
}

function amendmentValue(
  { body }: Amendment,
  { isProtected }: Pick<ShownAmendment, 'isProtected'>,
): string {
  switch (body.kind) {
    case 'dose':
      return [`${body.medicine}: ${body.amount}`, timesText(body.times), orderedText(body)]
        .filter((part) => part !== null)
        .join(' ')
    case 'stopped':
      return [body.medicine, orderedText(body)].filter((part) => part !== null).join(' ')
    case 'hospitalised':
      return body.ward ?? ''
    case 'moved':
      return body.address ?? 'ny adresse er skjermet'
    case 'key': {
      const place = isProtected ? 'plassen er skjermet' : body.place
      return body.hasCode ? `${place}, ${hasCodeText}` : place
    }
    case 'nextOfKin':
      return contactText({
        ...body,
        phone: isProtected ? null : body.phone,
        canLookIn: false,
      })
    case 'other':
      return body.text
    case 'home':
    case 'died':
    case 'withdrawn':
      return ''
  }
}

function orderedText({ orderedBy }: { orderedBy: string | null }): string | null {
  return orderedBy === null ? null : `– bestemt av ${orderedBy}`
}

function timesText(times: string | null): string | null {
  if (times === null) return null
  return /^\s*kl/i.test(times) ? times : `kl. ${times}`
}

/** Null where what the list says adds nothing. */
function listedText(listed: Listed, { body }: Amendment): string | null {
  switch (listed.kind) {
    case 'medicine': {
      const { medication } = listed
      if (medication === null) return body.kind === 'dose' ? 'står ikke på lista' : null
      return `lista sier ${medicineText(medication)}`
    }
    case 'address':
      return listed.address === null ? null : `lista sier ${fullAddress(listed.address)}`
    case 'contact':
      return listed.contact === null ? null : `lista sier ${contactText(listed.contact)}`
  }
}

/** What a line of the sheet says is given: «2,5 mg kl. 08:00», or the dosage in the list's own words. */
export function medicineText(medication: Medication): string {
  const { doses, dosageText, stoppedOn } = medication
  if (stoppedOn !== null) return 'seponert'
  const given = doses.map(({ at, amount }) => `${amount} kl. ${at}`).join(', ')
  const said = [given, dosageText ?? ''].filter((part) => part !== '').join(', ')
  return said === '' ? medicineName(medication) : said
}

function disputedText({ outcome }: Amendment): string {
  const from = outcome === null ? '' : ` fra ${dayAndTime(outcome.listAsOf)}`
  return `– lista${from} sier noe annet, leder avgjør`
}

/** «12.10. kl. 14:05», without a year: it is never older than the list's next exchange. */
function dayAndTime(moment: Instant): string {
  const { on, at } = localClock(moment)
  return `${dateWords(on, on)} kl. ${at}`
}

/** Where somebody is instead of at home, in a word. */
export const awayText = { hospitalised: titles.hospitalised, died: titles.died } satisfies Record<
  Away,
  string
>

/** «2 innlagt, 1 død», of those on a list; null when everybody is at home as far as anybody has said. */
export function awayCountText(away: readonly (Away | null)[]): string | null {
  const count = (kind: Away) => away.filter((one) => one === kind).length
  const [hospitalised, died] = [count('hospitalised'), count('died')]
  const parts = [
    hospitalised === 0 ? null : `${hospitalised} innlagt`,
    died === 0 ? null : `${died} død${died === 1 ? '' : 'e'}`,
  ].filter((part) => part !== null)
  return parts.length === 0 ? null : parts.join(', ')
}
