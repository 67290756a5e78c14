import type { AccountTables } from './account-tables.ts'
import type { AlarmTables } from './alarm-tables.ts'
import type { BinderTables } from './binder-tables.ts'
import type { ImportTables } from './import-tables.ts'
import type { InboxTables } from './inbox-tables.ts'
import type { ReviewTables } from './review-tables.ts'
import type { SecurityTables } from './security-tables.ts'
import type { ServerKeyTables } from './server-key-tables.ts'
import type { StreamTables } from './stream-tables.ts'

/** All tables; each concept has a file for its own. */
export type Tables = AccountTables &
  AlarmTables &
  BinderTables &
  ImportTables &
  InboxTables &
  ReviewTables &
  SecurityTables &
  ServerKeyTables &
  StreamTables
