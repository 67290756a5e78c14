import type { OrganisationAnswer } from '#app/online/account-calls.ts'
import type { ApiAnswer } from '#app/online/api.ts'

/** Makes a change at the server and answers what is wrong, or null. */
export type ChangePlaces = (change: () => ApiAnswer<OrganisationAnswer>) => Promise<string | null>
