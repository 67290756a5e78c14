import { choices, field, line, prose, required, shownWhen, writeForm } from './write-form.ts'

/**
 * A new patient who is announced by telephone, as by a hospital. `domain/new-patients` reads it by these ids and makes a
 * temporary patient of it, under the id of its entry.
 */
export const mottakslogg = writeForm({
  name: 'mottakslogg',
  version: '2',
  title: 'Ny bruker (mottakslogg)',
  rank: 0,
  about: 'zone',
  paper: 'page',
  item: [
    field('at', 'Når ble det meldt?', 'dateTime', required),
    line('reporter', 'Hvem meldte?', required),
    line('callBack', 'Ring tilbake til', required),
    line('family', 'Etternavn', required),
    line('given', 'Fornavn'),
    field('bornOn', 'Fødselsdato', 'date'),
    line('personalNumber', 'Fødselsnummer, hvis det er kjent', { maxLength: 20 }),
    line('street', 'Adresse: gate og nummer', required),
    line('postalCode', 'Postnummer', { maxLength: 10 }),
    line('city', 'Poststed', { maxLength: 60 }),
    field('isProtected', 'Er adressen sperret? Da blir den skjult på lister og papir', 'boolean'),
    line('phone', 'Telefon', { maxLength: 40 }),
    field('livesAlone', 'Bor bruker alene?', 'boolean'),
    field('services', 'Hva har bruker? Kryss av det du vet', 'choice', {
      repeats: true,
      ...choices('service-meaning', {
        lifeEssentialPower: 'livsviktig hjelpemiddel som trenger strøm',
        safetyAlarm: 'trygghetsalarm',
        medicineDispenser: 'medisindispenser',
        digitalSupervision: 'digitalt tilsyn',
        localisation: 'lokaliseringsteknologi',
      }),
    }),
    line('device', 'Hvilket hjelpemiddel trenger strøm?', {
      ...shownWhen('services', 'service-meaning', 'lifeEssentialPower'),
    }),
    prose('diagnosis', 'Diagnose'),
    prose('medicines', 'Medisiner'),
    prose('measures', 'Tiltak', required),
    line('kinName', 'Pårørende: navn'),
    line('kinRelation', 'Hva er pårørende for bruker? Datter, nabo …', { maxLength: 100 }),
    line('kinPhone', 'Telefonnummeret til pårørende', { maxLength: 40 }),
  ],
})
