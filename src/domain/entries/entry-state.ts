/**
 * The state of an entry. sealed: it is only on this device. acked: the server has it. durable: a verified
 * backup has it. conflict and quarantined: the server has it, and a person must look at it.
 */
export type EntryState = 'sealed' | 'acked' | 'durable' | 'conflict' | 'quarantined'
