import { expect, test } from 'vitest'
import { defaultForms } from '#content/forms/default-forms.ts'
import { formerForms } from '#content/forms/former/former-forms.ts'
import { canonicalJson } from '#domain/base/canonical-json.ts'
import { hashText } from '#domain/base/hasher.ts'
import { formReferenceOf } from '#domain/forms/form-reference.ts'
import { nodeHasher } from '../support/node-hasher.ts'
import { isInferred } from '#domain/forms/municipality/form-marks.ts'
import { isHidden, itemKind } from '#domain/forms/item-kind.ts'
import { itemRefusals } from '#domain/forms/questionnaire-check.ts'
import type { QuestionnaireItem } from '#domain/forms/questionnaire.ts'
import { canBeAnswered, lacksOf } from '#domain/forms/unsupported-parts.ts'

/** What has changed since the list, and each form of `domain.md` 4.5–4.7 with its fields as they stand there; * must be answered, ~ is hidden. */
const fieldsByForm: Readonly<Record<string, readonly string[]>> = {
  besoksnotat: [
    'Når var besøket?*',
    'Hva gjorde du?*',
    'Var det noe du ikke fikk gjort?',
    'Hva ble ikke gjort, og hvorfor?*',
    'Hva observerte du hos bruker?',
    'Er noe endret?*',
    'Hva er endret?*',
    'Hva skjer videre?',
    'Beskjed gitt til*',
    'Hvem, og når?',
  ],
  endring: [
    'Hva er endret?*',
    'Hvilket legemiddel? Navn og styrke*',
    'Ny dose, med enhet*',
    'Klokkeslett, for eksempel 08 og 20',
    'Hvor? Sykehus og avdeling',
    'Ny adresse, og telefon hvis den er ny*',
    'Hvor er nøkkelen, eller hvilket nummer har den?*',
    'Er det en kode?',
    'Koden. Den blir skjermet, og står ikke i notatet, på lister eller på papir*',
    'Navnet på pårørende*',
    'Hva er pårørende for bruker? Datter, nabo …',
    'Telefonnummeret til pårørende',
    'Hva er endret? Skriv ikke koder her*',
    'Fra når?*',
    'Hvem bestemte det?*',
  ],
  signeringsliste: [
    'Legemiddel*',
    'Dose',
    'Dag~',
    'Planlagt kl.',
    'Gitt?*',
    'Gitt kl.*',
    'Hvorfor ikke?*',
    'Dobbeltkontroll av~',
    'A- eller B-preparat?',
    'Antall før',
    'Antall etter',
    'Kommentar',
  ],
  'utlevering-dispenser': [
    'Gitt kl.*',
    'Siste bekreftede dose',
    'Tatt fra (rull- eller posenummer)*',
    'Antall*',
    'Neste tid',
    'Er dispenseren stoppet?*',
  ],
  observasjoner: [
    'Når målte du?*',
    'Respirasjonsfrekvens',
    'SpO₂',
    'Får bruker oksygen?',
    'Systolisk blodtrykk',
    'Puls',
    'Bevissthet',
    'Temperatur',
    'Blodsukker',
    'Smerte (NRS 0–10)',
    'Vekt',
    'Diurese',
    'Avføring',
    'Væske inn',
    'Væske ut',
    'Merknad',
  ],
  news: [
    'Når målte du?*',
    'Respirasjonsfrekvens*',
    'SpO₂-skala*',
    'SpO₂*',
    'Får bruker oksygen?*',
    'Systolisk blodtrykk*',
    'Puls*',
    'Bevissthet*',
    'Temperatur*',
    'NEWS2, sum',
    'Rad i tabellen',
    'Merknad',
  ],
  hendelseslogg: [
    'Når?*',
    'Fra',
    'Til',
    'Hva skjedde, eller hva ble meldt?*',
    'Hva ble bestemt?',
    'Hvem gjør det?',
    'Frist',
    'Utført',
  ],
  telefonlogg: ['Kl.*', 'Inn eller ut*', 'Nummer', 'Hvem*', 'Gjelder*', 'Avtale', 'Ring tilbake'],
  oppmotelogg: ['Kl.*', 'Navn*', 'Fødselsdato', 'Adresse', 'Behov', 'Henvist til'],
  evakuering: [
    'Fra*',
    'Til*',
    'Transport',
    'Legemidler som er med',
    'Hjelpemidler som er med',
    'Ankomst',
    'Mottatt av',
    'Er pårørende varslet?*',
  ],
  avvik: [
    'Hva skjedde?*',
    'Når?*',
    'Hvor?',
    'Hvem ble berørt? (initialer)',
    'Konsekvens',
    'Hva ble gjort med en gang?*',
    'Årsak',
    'Forslag',
  ],
  vaktrapport: [
    'Når er vaktskiftet?*',
    '1. Hvem er P1, og hva er status?*',
    '2. Hva er ikke nådd?*',
    '3. Hvem er flyttet?*',
    '4. Hva mangler signatur?*',
    '5. Neste avtalte møtepunkt*',
  ],
  utskriftslogg: [
    'Eksemplar nr.*',
    'Liste*',
    'Uke',
    'Antall sider',
    'Skrevet ut av',
    'Utlevert til',
    'Innlevert',
    'Makulert av',
    'Makulert kl.',
  ],
  // «Navn, adresse, pårørende» in the parts that a card and a list have them in; and what puts a new patient on the lists of an outage.
  mottakslogg: [
    'Når ble det meldt?*',
    'Hvem meldte?*',
    'Ring tilbake til*',
    'Etternavn*',
    'Fornavn',
    'Fødselsdato',
    'Fødselsnummer, hvis det er kjent',
    'Adresse: gate og nummer*',
    'Postnummer',
    'Poststed',
    'Er adressen sperret? Da blir den skjult på lister og papir',
    'Telefon',
    'Bor bruker alene?',
    'Hva har bruker? Kryss av det du vet',
    'Hvilket hjelpemiddel trenger strøm?',
    'Diagnose',
    'Medisiner',
    'Tiltak*',
    'Pårørende: navn',
    'Hva er pårørende for bruker? Datter, nabo …',
    'Telefonnummeret til pårørende',
  ],
  kartlegging: [
    'Når ble det kartlagt?*',
    'A. Egenberedskap',
    'Hva har bruker hjemme?',
    'B. Strømavhengig apparat',
    'Apparat',
    'Eier',
    'Batteri holder (minutter)',
    'Reserve holder (minutter)',
    'Hva skjer når strømmen går?',
    'C. Velferdsteknologi',
    'Hva er i bruk?',
    'D. Varsling',
    'Hva kan bruker varsle med?',
    'Hvem sjekker?',
    'E. Tilgang',
    'Nøkkel',
    'Lås',
    'Er det dørkode?',
    'Er det heis?',
    'Snømåking',
    'F. Evakuering',
    'Mobilitet',
    'Transport',
    'Hvor kan bruker bo?',
    'Dyr',
    'G. Legemidler',
    'Tidskritiske',
    'Kjølevarer',
    'Reservedoser',
    'H. Sårbarhet',
    'Bor bruker alene?',
    'Demens?',
    'Syn og hørsel',
    'Språk',
    'I. Samtykke og informasjon',
    'Er samtykke og informasjon gitt?',
    'Neste gjennomgang',
    'J. Evaluert prioritet',
    'Prioritet*',
    'Begrunnelse',
  ],
}

function fieldsOf(items: readonly QuestionnaireItem[]): string[] {
  return items.flatMap((item) => [
    ...(itemKind(item) === 'display'
      ? []
      : [`${item.text}${item.required === true ? '*' : ''}${isHidden(item) ? '~' : ''}`]),
    ...fieldsOf(item.item ?? []),
  ])
}

function allItems(items: readonly QuestionnaireItem[]): QuestionnaireItem[] {
  return items.flatMap((item) => [item, ...allItems(item.item ?? [])])
}

const forms = defaultForms.map((form) => [form.name, form] as const)

test('the municipality begins with the twelve forms of the manual journal, NEWS2, the mapping and what has changed since the list', () => {
  expect(forms.map(([name]) => name).toSorted()).toEqual(Object.keys(fieldsByForm).toSorted())
})

test.each(forms)(
  '%s has the fields of the domain facts, and asks for what must be there',
  (name, form) => {
    expect(fieldsOf(form.item)).toEqual(fieldsByForm[name])
  },
)

test.each(forms)('all of %s can be shown and filled in', (_name, form) => {
  const items = allItems(form.item)

  expect(items.filter((item) => !canBeAnswered(item, form))).toEqual([])
  expect(items.flatMap(lacksOf)).toEqual([])
})

test.each(forms)('%s, left empty, names what it asks for', (_name, form) => {
  const missing = itemRefusals(form, {}).map(({ kind }) => kind)

  expect(missing.length).toBeGreaterThan(0)
  expect(new Set(missing)).toEqual(new Set(['missing']))
})

test('forms whose fields were concluded from several sources say so; NEWS2 waits for the municipality', () => {
  const inferred = defaultForms.filter(isInferred).map(({ name }) => name)
  const active = defaultForms.filter(({ status }) => status === 'active').map(({ name }) => name)

  expect(inferred).toHaveLength(defaultForms.length - 2)
  expect(inferred).not.toContain('besoksnotat')
  expect(active).toHaveLength(defaultForms.length - 1)
  expect(active).not.toContain('news')
})

test('earlier versions of our forms are what municipalities have, letter by letter', async () => {
  const hashes = await Promise.all(
    formerForms.map(async (form) => [
      formReferenceOf(form),
      await hashText(canonicalJson(form), nodeHasher),
    ]),
  )

  expect(Object.fromEntries(hashes)).toEqual({
    'mottakslogg@1': '15a6432d7d714da79ccdca2ed1f97635c162cfa746fc2cd6d069984d9369f228',
    'signeringsliste@1': 'b978209b0e9fed52b44c5e1df790fec5a80c4376cc2bde35bdd4167a852cc4ce',
  })
})

test('a form has one version that is begun, and a higher number than the ones before', () => {
  for (const former of formerForms) {
    const present = defaultForms.find(({ name }) => name === former.name)

    expect(Number(present?.version)).toBeGreaterThan(Number(former.version))
  }
})
