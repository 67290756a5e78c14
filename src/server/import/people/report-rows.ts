/** Tells whoever waits for a reading how many of its rows are read. */
export type ReportRows = (done: number, of: number) => void

/** So many are read between two reports. */
const betweenReports = 500

export function reportSometimes(report: ReportRows, place: number, of: number): void {
  if (place % betweenReports === 0) report(place, of)
}
