import type { PriorityReason } from '#domain/lists/priority-proposal.ts'

/** A proposed priority's reason, as it is stored with the patient and read on lists and paper. */
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
