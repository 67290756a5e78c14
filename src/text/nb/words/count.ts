/** «1 bruker», «67 brukere» */
export function patientCount(count: number): string {
  return counted(count, 'bruker', 'brukere')
}

/** «1 apparat», «5 apparater» */
export function deviceCount(count: number): string {
  return counted(count, 'apparat', 'apparater')
}

/** «1 rad», «52 rader» */
export function rowCount(count: number): string {
  return counted(count, 'rad', 'rader')
}

/** «1 side», «317 sider» */
export function pageCount(count: number): string {
  return counted(count, 'side', 'sider')
}

/** «1 ansatt», «2 ansatte» */
export function employeeCount(count: number): string {
  return counted(count, 'ansatt', 'ansatte')
}

/** «1 opplysning», «3 opplysninger» */
export function documentCount(count: number): string {
  return counted(count, 'opplysning', 'opplysninger')
}

/** «1 besøk», «3 besøk»: the one place that knows when a word is in the plural. */
export function counted(count: number, one: string, other: string): string {
  return `${count} ${count === 1 ? one : other}`
}
