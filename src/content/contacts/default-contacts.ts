import type { MunicipalityContact } from '#domain/contacts/contact.ts'
import { contactToFill, publicContact } from './write-contact.ts'

/**
 * The contacts of a new municipality: everybody whom a card calls, and who leads the shift. The public numbers are real and are made sure of once a
 * year; the others have no number before a leader has filled it in. The places to go to are Sandefjord's.
 */
export const defaultContacts: readonly MunicipalityContact[] = [
  publicContact('amk', 'emergency', 'AMK', { numbers: ['113'] }),
  publicContact('police', 'emergency', 'Politi', {
    numbers: ['112'],
    reserve: 'Politistasjonen, Hjertnespromenaden 21',
  }),
  publicContact('fire', 'emergency', 'Brannvesen', {
    numbers: ['110'],
    reserve: 'Brannstasjonen, Hystadveien 9',
  }),
  publicContact('legevakt', 'emergency', 'Legevakt', {
    numbers: ['116 117'],
    reserve: 'Legevakten, Bugårdsgata 9B',
  }),

  contactToFill('shift-lead', 'own', 'Ansvarsvakt'),
  contactToFill('leader', 'own', 'Leder'),
  contactToFill('hdu', 'own', 'HDU-vakt'),
  contactToFill('ikt', 'own', 'IKT'),
  contactToFill('preparedness-team', 'own', 'Beredskapsledelsen', {
    reserve: 'Rådhuset, Sandefjordsveien 3',
  }),
  contactToFill('crisis-team', 'own', 'Kriseledelsen', {
    reserve: 'Rådhuset, Sandefjordsveien 3',
  }),
  contactToFill('preparedness-adviser', 'own', 'Rådgiver Beredskap og sikkerhet'),
  contactToFill('crisis-number', 'own', 'Krisenummer for brukere og pårørende'),
  contactToFill('vft', 'own', 'Hjelpemiddel- eller VFT-avdeling', { name: 'Dagtid' }),
  contactToFill('waterworks', 'own', 'Vannverk eller kommunens vaktsentral'),
  contactToFill('chief-physician', 'own', 'Kommuneoverlege'),
  contactToFill('privacy-officer', 'own', 'Personvernombud'),
  contactToFill('caretaker', 'own', 'Vaktmester'),
  contactToFill('snow-clearing', 'own', 'Brøytevakt'),

  contactToFill('treatment-aids', 'health', 'Behandlingshjelpemidler', { name: 'Dagtid' }),
  contactToFill('nav-aids', 'health', 'NAV hjelpemiddelsentral, akuttservice', {
    name: 'Hverdag 15–24, helg 08–24, ikke natt',
  }),
  contactToFill('dialysis-unit', 'health', 'Dialyseavdeling'),
  contactToFill('hospital', 'health', 'Sykehus'),
  contactToFill('pharmacy', 'health', 'Apotek'),
  contactToFill('patient-transport', 'health', 'Pasienttransport'),

  contactToFill('grid-company', 'supplier', 'Nettselskap (feil)'),
  contactToFill('response-centre', 'supplier', 'Responssenter'),
  contactToFill('alarm-supplier', 'supplier', 'Alarmleverandørens vakt', {
    name: 'Kveld, natt og helg',
  }),
  contactToFill('dispenser-supplier', 'supplier', 'Support for medisindispenser'),
  contactToFill('ehr-supplier', 'supplier', 'Leverandør av EPJ og fagsystem'),
  contactToFill('lock-supplier', 'supplier', 'Leverandør av e-lås'),
  contactToFill('locksmith', 'supplier', 'Låsesmed'),
  contactToFill('taxi', 'supplier', 'Taxi'),

  publicContact('nc3', 'authority', 'NC3', {
    numbers: [['23 20 80 00', 'hele døgnet']],
    name: 'Varsles av IKT',
  }),
  publicContact('ncsc', 'authority', 'NCSC', {
    numbers: ['23 31 07 50', '02497'],
    name: 'Varsles av IKT',
  }),
  contactToFill('health-cert', 'authority', 'HelseCERT/KommuneCERT', {
    name: 'Norsk helsenett, ett felles kontaktpunkt. Varsles av IKT',
  }),
  contactToFill('civil-defence', 'authority', 'Sivilforsvaret'),
  contactToFill('red-cross', 'authority', 'Røde Kors'),
]
