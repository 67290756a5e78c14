/** The class in the id of a row's stream. */
const name = `split_part(stream_id, '/', 4)`

// Each setting is read in a sub-select, so that PostgreSQL reads it once per query and not once per row.
export const role = `(select coalesce(current_setting('beredt.role', true), ''))`
export const account = `(select coalesce(current_setting('beredt.account', true), ''))`
/** A scope without an account is the server itself. */
export const isServer = `${account} = ''`

const forAll = ['cards', 'routines', 'contacts', 'forms', 'systems']
const ofZones = ['critical', 'details', 'journal', 'worklists', 'protected', 'leaders']
const everyone = ['nurse', 'shiftLead', 'sectionLeader', 'hdu', 'administrator']
const care = ['nurse', 'shiftLead', 'sectionLeader']

export const classIsWritable = `(${isServer} and ${name} ${among([...forAll, ...ofZones])})
  or (${name} ${among(['critical', 'details', 'protected'])} and ${role} = 'sectionLeader')`

/** The policies' own wording of `domain/streams/stream-access.ts`; a test compares the two. */
export const classIsReadable = `${classIsWritable}
  or (${name} ${among(forAll)} and ${role} ${among(everyone)})
  or (${name} = 'critical' and ${role} ${among([...care, 'hdu'])})
  or (${name} ${among(['details', 'journal', 'worklists'])} and ${role} ${among(care)})
  or (${name} = 'protected' and ${role} ${among(['shiftLead', 'sectionLeader'])})
  or (${name} = 'leaders' and ${role} = 'sectionLeader')`

function among(names: readonly string[]): string {
  return `in (${names.map((one) => `'${one}'`).join(', ')})`
}
