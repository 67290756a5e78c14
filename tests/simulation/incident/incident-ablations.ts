/** What the simulation of an incident can leave out, and what is then to go wrong. */
export const incidentAblations = {
  replaces: 'a state that somebody knew and took the place of shows again',
  causality: 'a clock decides, and a mark that nobody knew is gone',
  undo: 'what was taken back still shows',
  merge: 'two starts of one incident are never one',
  members: 'marks of the merged incident are gone',
  worry: 'a later «spoken with» hides a «needs a visit» that nobody knew of',
  late: 'nobody notices what was written after the closing',
  pending: 'a phone does not show what was pressed on it',
  oneFact: 'a dose that was sent and came back was given twice',
  acrossIncidents: 'a person in two incidents is counted twice',
  clockOffset: 'an incident begins three years ago',
} as const satisfies Record<string, string>

export type IncidentAblation = keyof typeof incidentAblations

export function isIncidentAblation(name: string): name is IncidentAblation {
  return Object.hasOwn(incidentAblations, name)
}
