import type { AccountTables } from './account-tables.ts'
import type { BinderTables } from './binder-tables.ts'

/** Every table of ours; each concept's tables stand in a file of their own. */
export type Tables = AccountTables & BinderTables
