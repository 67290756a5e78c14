/**
 * A cell of a table that we write. A text that a spreadsheet would take for a formula is led by an apostrophe: what an
 * EHR sent us must not be run by whoever opens our export.
 */
export function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[";,\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
