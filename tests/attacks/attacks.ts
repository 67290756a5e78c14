import type { Attack } from './attack.ts'
import { alteredDocument } from './list/altered-document.ts'
import { foreignAnswers } from './list/foreign-answers.ts'
import { foreignCredential } from './list/foreign-credential.ts'
import { forgedStream } from './list/forged-stream.ts'
import { formerColleague } from './list/former-colleague.ts'
import { olderChunk } from './list/older-chunk.ts'
import { plantedEmployee } from './list/planted-employee.ts'
import { replayedAnswers } from './list/replayed-answers.ts'
import { deletedPins, rolledBackStream } from './list/rolled-back-stream.ts'
import { staleReplica } from './list/stale-replica.ts'
import { swappedRoot } from './list/swapped-root.ts'
import { swappedSealingKey } from './list/swapped-sealing-key.ts'
import { unprovenEnrolment } from './list/unproven-enrolment.ts'
import { replayedEnrolment } from './list/replayed-enrolment.ts'
import { takenDeviceId } from './list/taken-device-id.ts'
import { forgedHighest } from './list/forged-highest.ts'
import { replayedPush } from './list/replayed-push.ts'
import { foreignPushSignature } from './list/foreign-push-signature.ts'
import { foreignMunicipality } from './list/foreign-municipality.ts'
import { foreignZonePull } from './list/foreign-zone-pull.ts'
import { closedPhone, forgedClosing } from './list/closed-phone.ts'
import { expiredStandIn, nurseExtends } from './list/expired-stand-in.ts'
import { oldSignIn } from './list/old-sign-in.ts'
import { approvalBypass } from './list/approval-bypass.ts'
import {
  abuseFromT,
  closedAccountNote,
  expiredCredentialNote,
  foreignPatientNote,
  foreignZoneNote,
  lostZoneNote,
} from './list/note-beyond-rights.ts'
import {
  clockOfYears,
  foreignPatientOk,
  foreignZoneOk,
  foreignZoneUndo,
  nurseConfirms,
  nurseRevives,
  visitToStranger,
} from './list/fact-beyond-rights.ts'
import { cardReplaced } from './list/card-replaced.ts'
import { forgedLabel, forgedName, futureEvent } from './list/false-words.ts'
import { faultingEntry, tooDeep, tooLarge, tooManyItems } from './list/poison.ts'
import { thousandPoisoned } from './list/thousand-poisoned.ts'
import { cheapWrap, endlessWrap, swappedWraps } from './list/altered-wraps.ts'
import {
  accountsRole,
  foreignZoneTaken,
  movedDocument,
  ownRole,
  passwordHashes,
  rewrittenAccessLog,
  rewrittenEntry,
} from './list/database-role.ts'
import { triedNumbers } from './list/tried-numbers.ts'
import { halfOpenRequests, largeBodies, wrongSignIns } from './list/crowding.ts'
import { tabAfterErase, tabAfterLock } from './list/other-tab.ts'

/** Attacks on the speed of a server, which are measured one at a time. */
export const crowdingAttacks: readonly Attack[] = [halfOpenRequests, largeBodies, wrongSignIns]

export const otherAttacks: readonly Attack[] = [
  plantedEmployee,
  foreignCredential,
  forgedStream,
  alteredDocument,
  olderChunk,
  rolledBackStream,
  deletedPins,
  swappedSealingKey,
  swappedRoot,
  foreignAnswers,
  replayedAnswers,
  staleReplica,
  formerColleague,
  unprovenEnrolment,
  replayedEnrolment,
  takenDeviceId,
  forgedHighest,
  replayedPush,
  foreignPushSignature,
  foreignMunicipality,
  foreignZonePull,
  oldSignIn,
  expiredStandIn,
  nurseExtends,
  closedPhone,
  forgedClosing,
  approvalBypass,
  foreignZoneNote,
  foreignPatientNote,
  lostZoneNote,
  closedAccountNote,
  expiredCredentialNote,
  abuseFromT,
  cardReplaced,
  foreignZoneOk,
  foreignPatientOk,
  foreignZoneUndo,
  visitToStranger,
  nurseConfirms,
  nurseRevives,
  clockOfYears,
  forgedName,
  forgedLabel,
  futureEvent,
  tooDeep,
  tooManyItems,
  tooLarge,
  faultingEntry,
  thousandPoisoned,
  cheapWrap,
  endlessWrap,
  swappedWraps,
  tabAfterLock,
  tabAfterErase,
  passwordHashes,
  accountsRole,
  ownRole,
  foreignZoneTaken,
  rewrittenAccessLog,
  rewrittenEntry,
  movedDocument,
  triedNumbers,
]

/** Every attack that Beredt refuses, in the order in which they are tried. */
export const attacks: readonly Attack[] = [...otherAttacks, ...crowdingAttacks]
