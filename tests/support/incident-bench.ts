import type { FactRefusal, FactWriter } from '#app/bridge/fact-writer.ts'
import type { IncidentQueries, IncidentsReading } from '#app/bridge/incident-queries.ts'
import type { EntryId } from '#domain/base/ids.ts'
import { accepted, refused, type Result } from '#domain/base/result.ts'
import type { Role } from '#domain/base/role.ts'
import type { Incident } from '#domain/incidents/incident.ts'
import { anEntryId, anIncidentId, knownIncidents } from './a-shown-incident.ts'
import { openReading, pageBench } from './page-bench.tsx'

type Options = Omit<
  NonNullable<Parameters<typeof pageBench>[0]>,
  'incidents' | 'facts' | 'role'
> & {
  role?: Role
  incidents?: readonly Incident[]
  known?: Partial<IncidentsReading>
  answers?: Partial<IncidentQueries>
  /** Why every fact is refused. */
  refusal?: FactRefusal
}

/** The page with a worker that knows some incidents, and keeps what it is told. */
export function incidentBench({ incidents = [], known, answers, refusal, ...more }: Options = {}) {
  const started: Parameters<FactWriter['start']>[0][] = []
  const said: Parameters<FactWriter['sayOfIncident']>[0][] = []
  const saidOfPeople: Parameters<FactWriter['sayOfPerson']>[0][] = []
  const answer = <Value>(value: Value): Promise<Result<Value, FactRefusal>> =>
    Promise.resolve(refusal === undefined ? accepted(value) : refused(refusal))

  const bench = pageBench({
    ...more,
    incidents: {
      incidents: () => Promise.resolve(openReading(knownIncidents(incidents, known))),
      ...answers,
    },
    facts: {
      start(body) {
        started.push(body)
        return answer(anIncidentId(9))
      },
      sayOfIncident(saying) {
        said.push(saying)
        return answer<EntryId>(anEntryId(100 + said.length))
      },
      sayOfPerson(saying) {
        saidOfPeople.push(saying)
        return answer<EntryId>(anEntryId(200 + saidOfPeople.length))
      },
    },
  })
  return { ...bench, started, said, saidOfPeople }
}
