/**
 * Writes a cell of a CSV file. A text that a spreadsheet would read as a formula gets an apostrophe in front, so
 * that text from an EHR is never executed when somebody opens our export.
 */
export function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[";,\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
