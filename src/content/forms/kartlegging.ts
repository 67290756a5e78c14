import { choices, field, line, prose, required, section, writeForm } from './write-form.ts'

const yesNo = (linkId: string, text: string) => field(linkId, text, 'boolean')

/** The preparedness mapping at a home visit, A–J. */
export const kartlegging = writeForm({
  name: 'kartlegging',
  title: 'Kartlegging av beredskap hjemme',
  rank: 6,
  about: 'patient',
  paper: 'page',
  item: [
    field('mappedAt', 'Når ble det kartlagt?', 'dateTime', required),
    section('own', 'A. Egenberedskap', [
      field('has', 'Hva har bruker hjemme?', 'choice', {
        repeats: true,
        ...choices('own-preparedness', {
          water: 'vann, 3 l i døgnet',
          food: 'mat',
          light: 'lys',
          radio: 'radio',
          heat: 'varme uten strøm',
          firewood: 'ved',
          medicine: 'medisin for 7 døgn',
          powerBank: 'powerbank',
          cash: 'kontanter',
        }),
      }),
    ]),
    section(
      'device',
      'B. Strømavhengig apparat',
      [
        line('deviceKind', 'Apparat'),
        line('deviceOwner', 'Eier'),
        field('batteryMinutes', 'Batteri holder (minutter)', 'integer'),
        field('reserveMinutes', 'Reserve holder (minutter)', 'integer'),
        line('atLoss', 'Hva skjer når strømmen går?'),
      ],
      { repeats: true },
    ),
    section('technology', 'C. Velferdsteknologi', [prose('technologyText', 'Hva er i bruk?')]),
    section('warning', 'D. Varsling', [
      field('warningHas', 'Hva kan bruker varsle med?', 'choice', {
        repeats: true,
        ...choices('warning', {
          mobile: 'mobil',
          landline: 'fasttelefon',
          neighbour: 'nabo',
          bell: 'bjelle',
        }),
      }),
      line('checkedBy', 'Hvem sjekker?'),
    ]),
    section('access', 'E. Tilgang', [
      line('key', 'Nøkkel'),
      line('lock', 'Lås'),
      yesNo('hasDoorCode', 'Er det dørkode?'),
      yesNo('hasLift', 'Er det heis?'),
      line('snow', 'Snømåking'),
    ]),
    section('evacuation', 'F. Evakuering', [
      line('mobility', 'Mobilitet'),
      line('transport', 'Transport'),
      line('canStayAt', 'Hvor kan bruker bo?'),
      line('animals', 'Dyr'),
    ]),
    section('medicines', 'G. Legemidler', [
      prose('timeCritical', 'Tidskritiske'),
      prose('refrigerated', 'Kjølevarer'),
      prose('reserve', 'Reservedoser'),
    ]),
    section('vulnerability', 'H. Sårbarhet', [
      yesNo('alone', 'Bor bruker alene?'),
      yesNo('dementia', 'Demens?'),
      line('senses', 'Syn og hørsel'),
      line('language', 'Språk'),
    ]),
    section('consent', 'I. Samtykke og informasjon', [
      yesNo('informed', 'Er samtykke og informasjon gitt?'),
      field('nextReviewOn', 'Neste gjennomgang', 'date'),
    ]),
    section('priority', 'J. Evaluert prioritet', [
      field('level', 'Prioritet', 'choice', {
        ...required,
        ...choices('priority', { P1: 'P1', P2: 'P2', P3: 'P3', P4: 'P4' }),
      }),
      prose('reason', 'Begrunnelse'),
    ]),
  ],
})
