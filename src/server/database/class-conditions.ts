/** The class in the id of a row's stream. */
const name = `split_part(stream_id, '/', 4)`

// Each setting is read in a sub-select, so that PostgreSQL reads it once per query and not once per row.
export const role = `(select coalesce(current_setting('beredt.role', true), ''))`
export const account = `(select coalesce(current_setting('beredt.account', true), ''))`
/** A scope without an account is the server itself. */
export const isServer = `${account} = ''`

const forAll = ['cards', 'routines', 'contacts', 'forms', 'systems', 'coordination']
const ofZones = ['critical', 'details', 'journal', 'worklists', 'protected', 'people', 'leaders']
const everyone = ['nurse', 'shiftLead', 'sectionLeader', 'hdu', 'administrator']
const care = ['nurse', 'shiftLead', 'sectionLeader']

export const classIsWritable = `(${isServer} and ${name} ${among([...forAll, ...ofZones])})
  or (${name} ${among(['critical', 'details', 'protected'])} and ${role} = 'sectionLeader')`

/** The policies' own wording of `domain/streams/stream-access.ts`; a test compares the two. */
export const classIsReadable = `${classIsWritable}
  or (${name} ${among(forAll)} and ${role} ${among(everyone)})
  or (${name} = 'critical' and ${role} ${among([...care, 'hdu'])})
  or (${name} ${among(['details', 'journal', 'worklists', 'people'])} and ${role} ${among(care)})
  or (${name} = 'protected' and ${role} ${among(['shiftLead', 'sectionLeader'])})
  or (${name} = 'leaders' and ${role} = 'sectionLeader')`

/**
 * What the digital health on-call reads of one patient in the transaction that has logged it, in a row of `stream_doc`.
 * The time of the list that dates the details names no patient, and is read with any of them. What was signed since the list
 * has an id of its own, and names its patient.
 */
export const isLoggedPart = `${role} = 'hdu' and exists (
  select from access_log logged
  where logged.municipality_id = stream_doc.municipality_id
    and logged.access_id = (select nullif(current_setting('beredt.access', true), ''))::uuid
    and logged.zone_id = stream_doc.zone_id
    and (stream_doc.doc_id in (logged.patient_id::text, 'details-time-' || logged.zone_id)
      or (stream_doc.schema in ('detailsAmendment@1', 'protectedAmendment@1')
        and stream_doc.body::jsonb ->> 'patientId' = logged.patient_id::text))
    and stream_doc.stream_id = concat_ws('/', logged.municipality_id, logged.world, logged.zone_id,
      case logged.revealed when 'details' then 'details' else 'protected' end))`

function among(names: readonly string[]): string {
  return `in (${names.map((one) => `'${one}'`).join(', ')})`
}
