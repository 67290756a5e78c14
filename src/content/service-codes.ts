import { ServiceDefinition } from '#domain/patient/service.ts'

/**
 * The service codes of a new municipality, which it may change. BST, TRY, HST, VEM, VDT and VLT are
 * Sandefjord's codes; the others are ordinary services without a list.
 */
export const defaultServiceDefinitions: readonly ServiceDefinition[] = [
  {
    code: 'BST',
    meaning: 'lifeEssentialPower',
    title: 'Livsnødvendig hjelpemiddel som krever strøm',
  },
  { code: 'TRY', meaning: 'safetyAlarm', title: 'Trygghetsalarm' },
  { code: 'HST', meaning: 'safetyAlarm', title: 'Trygghetsalarm gitt som helsetjeneste' },
  { code: 'VEM', meaning: 'medicineDispenser', title: 'Elektronisk medisindispenser' },
  { code: 'VDT', meaning: 'digitalSupervision', title: 'Digitalt tilsyn' },
  { code: 'VLT', meaning: 'localisation', title: 'Lokaliseringsteknologi' },
  { code: 'HSP', meaning: 'other', title: 'Helsetjenester i hjemmet' },
  { code: 'PRB', meaning: 'other', title: 'Praktisk bistand, daglige gjøremål' },
  { code: 'OPL', meaning: 'other', title: 'Praktisk bistand, opplæring' },
  { code: 'BPA', meaning: 'other', title: 'Brukerstyrt personlig assistanse' },
  { code: 'MAT', meaning: 'other', title: 'Matombringing' },
  { code: 'DAG', meaning: 'other', title: 'Dagaktivitet' },
  { code: 'AVL', meaning: 'other', title: 'Avlastning' },
  { code: 'PSY', meaning: 'other', title: 'Psykisk helse og rus, oppfølging' },
  { code: 'HVR', meaning: 'other', title: 'Hverdagsrehabilitering' },
  { code: 'ELA', meaning: 'other', title: 'Elektronisk dørlås' },
].map((row) => ServiceDefinition.parse(row))
