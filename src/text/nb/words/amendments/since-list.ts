import { amendmentsTitle } from './amendment.ts'

type Counts = { confirmed: number; contradicted: number; left: number }

/** «Endringer siden lista: 30 bekreftes, 5 stemmer ikke med lista, 5 står fortsatt» */
export function sinceListText({ confirmed, contradicted, left }: Counts): string {
  return `${amendmentsTitle}: ${confirmed} bekreftes, ${contradicted} stemmer ikke med lista, ${left} står fortsatt`
}
