/**
 * The state of an entry. sealed: it is only on this device. acked: the server has it. durable: a verified
 * backup has it. conflict and quarantined: the server has it, and a person must look at it. held: the server has it, and a leader
 * decides; taken, rejected: what she decided.
 */
export type EntryState =
  | 'sealed'
  | 'acked'
  | 'durable'
  | 'conflict'
  | 'quarantined'
  | 'held'
  | 'taken'
  | 'rejected'
