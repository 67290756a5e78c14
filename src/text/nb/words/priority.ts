import type { PriorityReason } from '#domain/lists/priority-proposal.ts'

/** «bekreftet av Ola Nordmann 23.11.2026» */
export function confirmedText(by: string, on: string): string {
  return `bekreftet av ${by} ${on}`
}

/** Words a proposed priority's reason; the words are stored with the patient, for lists and paper. */
export function priorityReasonText(reason: PriorityReason): string {
  switch (reason.kind) {
    case 'device':
      return reason.reserve === 'recorded' ? `${reason.device}, har reserve` : reason.device
    case 'unknownDevice':
      return `${reason.device}: ukjent type, regnes som P1`
    case 'powerNotMapped':
      return 'Trenger strøm, apparat ikke kartlagt'
    case 'timeCriticalMedicine':
      return 'Tidskritisk legemiddel'
    case 'medicineDispenser':
      return 'Medisindispenser'
    case 'alarmAloneWithCondition':
      return 'Trygghetsalarm, alene, alvorlig tilstand'
    case 'alarmAlone':
      return 'Trygghetsalarm, alene eller ikke kjent'
    case 'alarmWithOthers':
      return 'Trygghetsalarm, bor med noen'
    case 'digitalSupervision':
      return 'Digitalt tilsyn'
    case 'localisation':
      return 'Lokalisering (GPS)'
  }
}
