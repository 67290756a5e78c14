/**
 * sealed: on this device alone. acked: the server holds it. durable: a verified backup holds it.
 * conflict and quarantined: the server holds it, a person looks at it.
 */
export type EntryState = 'sealed' | 'acked' | 'durable' | 'conflict' | 'quarantined'
