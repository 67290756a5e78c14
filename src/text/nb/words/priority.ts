import type { NamedReason } from '#domain/patient/priority-reason.ts'

/** «bekreftet av Ola Nordmann 23.11.2026» */
export function confirmedText(by: string, on: string): string {
  return `bekreftet av ${by} ${on}`
}

/** Why somebody has a level, as screen and paper say it. */
export function priorityReasonText({ reason, device }: NamedReason): string {
  switch (reason.kind) {
    case 'device': {
      const title = device ?? 'Apparat som ikke står i kommunens tabell'
      return (reason.reserveMinutes ?? 0) > 0 ? `${title}, har reserve` : title
    }
    case 'unknownDevice':
      return `${reason.listedAs}: ukjent type, regnes som P1`
    case 'powerNotMapped':
      return 'Trenger strøm, apparat ikke kartlagt'
    case 'timeCriticalMedicine':
      return 'Tidskritisk legemiddel'
    case 'medicineDispenser':
      return 'Medisindispenser'
    case 'alarmAloneWithCondition':
      return 'Trygghetsalarm, alene, alvorlig tilstand'
    case 'alarmAlone':
      return 'Trygghetsalarm, bor alene eller ukjent'
    case 'alarmWithOthers':
      return 'Trygghetsalarm, bor med noen'
    case 'digitalSupervision':
      return 'Digitalt tilsyn'
    case 'localisation':
      return 'Lokalisering (GPS)'
  }
}
