import type * as z from 'zod/mini'
import {
  type DecideAmendment,
  DecideAmendmentAnswer,
} from '#contract/amendments/decide-amendment.ts'
import {
  type DecidePatientLink,
  DecidePatientLinkAnswer,
} from '#contract/new-patients/decide-patient-link.ts'
import { type DecideHeldEntry, DecideHeldEntryAnswer } from '#contract/decide-held-entry.ts'
import { DeviceRequests, type DecideDeviceRequest } from '#contract/device-requests.ts'
import { EnrolDeviceAnswer, type EnrolDevice } from '#contract/enrol-device.ts'
import { ListEntriesToCheckAnswer } from '#contract/list-entries-to-check.ts'
import { ListHeldEntriesAnswer } from '#contract/list-held-entries.ts'
import { MunicipalitySettings } from '#contract/municipality-settings.ts'
import {
  type ImportQuery,
  importContentType,
  PreviewImportAnswer,
} from '#contract/imports/preview-import.ts'
import { ListZoneStatusAnswer } from '#contract/municipality/list-zone-status.ts'
import { LastImportAnswer, type LastImportQuery } from '#contract/imports/last-import.ts'
import { SaveColumnAnswer } from '#contract/imports/save-column-answer.ts'
import { ListAlarmsAnswer } from '#contract/list-alarms.ts'
import { ListSecurityEventsAnswer } from '#contract/list-security-events.ts'
import type { SecurityEventGroup } from '#domain/trust/security-event.ts'
import {
  ReadPatientDetailsAnswer,
  type ReadPatientDetails,
} from '#contract/read-patient-details.ts'
import { Session } from '#contract/read-session.ts'
import { ReserveBinderCopyAnswer, type ReserveBinderCopy } from '#contract/reserve-binder-copy.ts'
import type { RedeemInvitation } from '#contract/redeem-invitation.ts'
import { ServerRefusal } from '#contract/refusal.ts'
import {
  type ResumeSession,
  type StartResuming,
  StartResumingAnswer,
} from '#contract/resume-session.ts'
import { RestoreImportAnswer, type RestoreImport } from '#contract/imports/restore-import.ts'
import { type AssessForm, AssessFormAnswer } from '#contract/assess-form.ts'
import { type PublishForm, PublishFormAnswer } from '#contract/forms/publish-form.ts'
import { type SetFormUse, SetFormUseAnswer } from '#contract/forms/set-form-use.ts'
import { SaveContactAnswer, type SaveContact } from '#contract/contacts/save-contact.ts'
import { type SaveZonePlan, SaveZonePlanAnswer } from '#contract/contacts/save-zone-plan.ts'
import type { SignIn } from '#contract/sign-in.ts'
import { StartEnrolmentAnswer } from '#contract/start-enrolment.ts'
import { TakeImportAnswer, type TakeImportQuery } from '#contract/imports/take-import.ts'
import { accepted, refused, type Result } from '#domain/base/result.ts'
import { routes } from '#contract/routes.ts'
import { answerInTime } from '#sync/line/answer-in-time.ts'
import type { Timers } from '#sync/line/timers.ts'
import { accountCalls } from './account-calls.ts'
import { type ImportWatch, lastLine } from './import-answer.ts'

export type { ImportProgress } from '#contract/imports/import-progress.ts'
export {
  type ImportPreview,
  maxImportMegabytes,
  type SinceList,
} from '#contract/imports/preview-import.ts'
export type { LastImport } from '#contract/imports/last-import.ts'
export type { ImportWatch } from './import-answer.ts'
export type { NewZoneQuestion } from '#contract/imports/preview-import.ts'
export type { ImportTaken } from '#contract/imports/take-import.ts'
export type { Alarm } from '#contract/list-alarms.ts'
export type { SecurityEvent } from '#contract/list-security-events.ts'
export type { AmendmentChoice } from '#contract/amendments/decide-amendment.ts'
export { rejectionReason, type HeldDecision } from '#contract/decide-held-entry.ts'
export type { EntryToCheck } from '#contract/list-entries-to-check.ts'
export type { HeldEntry } from '#contract/list-held-entries.ts'
export type { DeviceDecision, DeviceRequest, DeviceRequests } from '#contract/device-requests.ts'
export type { Session } from '#contract/read-session.ts'

/** Why an online call failed. It is also `unreachable` when a guest network's portal answers instead of the server. */
export type ApiRefusal = { kind: 'unreachable' } | ServerRefusal

export type ApiAnswer<Value> = Promise<Result<Value, ApiRefusal>>

type Fetch = (url: string, init: RequestInit) => Promise<Response>

/** One request, and the schema of its answer. */
export type ApiCall<Value> = {
  method: 'GET' | 'POST' | 'PUT'
  path: string
  query?: Record<string, string | undefined>
  body?: { type: string; bytes: string | Blob }
  answer: z.ZodMiniType<Value>
  limit?: number
  watch?: ImportWatch
}

const defaultLimitMilliseconds = 20_000
/** It is longer, because a file of some megabytes is uploaded and read before the server answers. */
const fileLimitMilliseconds = 300_000

/** The server's online calls: signing in, enrolling, importing. Notes about patients are never sent this way. */
export function api({ fetch, timers }: { fetch: Fetch; timers: Timers }) {
  /** Null when no complete answer arrived: the line is down. */
  const answerText = (
    url: string,
    init: RequestInit,
    limit = defaultLimitMilliseconds,
    watch?: ImportWatch,
  ): Promise<string | null> =>
    answerInTime(timers, limit, async (signal) => {
      if (watch === undefined) return await (await fetch(url, { ...init, signal })).text()
      const either = AbortSignal.any([signal, watch.signal])
      return await lastLine(await fetch(url, { ...init, signal: either }), watch.onProgress)
    })

  async function call<Value>(request: ApiCall<Value>): ApiAnswer<Value> {
    const { method, path, query, body, answer, limit, watch } = request
    const init: RequestInit = {
      method,
      credentials: 'same-origin',
      cache: 'no-store',
      redirect: 'error',
      headers: body === undefined ? {} : { 'content-type': body.type },
      ...(body === undefined ? {} : { body: body.bytes }),
    }
    const text = await answerText(urlOf(path, query ?? {}), init, limit, watch)
    if (text === null) return refused({ kind: 'unreachable' })
    const value = answer.safeParse(jsonOf(text))
    if (value.success) return accepted(value.data)
    const refusal = ServerRefusal.safeParse(jsonOf(text))
    return refused(refusal.success ? refusal.data : { kind: 'unreachable' })
  }

  const get = <Value>(path: string, answer: z.ZodMiniType<Value>) =>
    call({ method: 'GET', path, answer })

  const post = <Value>(path: string, message: object, answer: z.ZodMiniType<Value>) =>
    send('POST', path, message, answer)

  const send = <Value>(
    method: 'POST' | 'PUT',
    path: string,
    message: object,
    answer: z.ZodMiniType<Value>,
  ) =>
    call({
      method,
      path,
      body: { type: 'application/json', bytes: JSON.stringify(message) },
      answer,
    })

  return {
    ...accountCalls(call),
    signIn: (message: SignIn): ApiAnswer<Session> => post(routes.signIn.path, message, Session),

    redeemInvitation: (message: RedeemInvitation): ApiAnswer<Session> =>
      post(routes.redeemInvitation.path, message, Session),

    readSession: (): ApiAnswer<Session> => get(routes.readSession.path, Session),

    /** A failure is ignored, because the session also expires. */
    async signOut(): Promise<void> {
      await answerText(routes.signOut.path, { method: 'POST', credentials: 'same-origin' })
    },

    startResuming: (message: StartResuming): ApiAnswer<StartResumingAnswer> =>
      post(routes.startResuming.path, message, StartResumingAnswer),

    resumeSession: (message: ResumeSession): ApiAnswer<Session> =>
      post(routes.resumeSession.path, message, Session),

    startEnrolment: (): ApiAnswer<StartEnrolmentAnswer> =>
      post(routes.startEnrolment.path, {}, StartEnrolmentAnswer),

    enrolDevice: (message: EnrolDevice): ApiAnswer<EnrolDeviceAnswer> =>
      post(routes.enrolDevice.path, message, EnrolDeviceAnswer),

    listZoneStatus: (): ApiAnswer<ListZoneStatusAnswer> =>
      get(routes.listZoneStatus.path, ListZoneStatusAnswer),
    listAlarms: (): ApiAnswer<ListAlarmsAnswer> => get(routes.listAlarms.path, ListAlarmsAnswer),

    listSecurityEvents: ({
      group,
      before,
    }: {
      group: SecurityEventGroup | null
      before: number | null
    }): ApiAnswer<ListSecurityEventsAnswer> =>
      call({
        method: 'GET',
        path: routes.listSecurityEvents.path,
        query: { group: group ?? undefined, before: before?.toString() },
        answer: ListSecurityEventsAnswer,
      }),

    listHeldEntries: (): ApiAnswer<ListHeldEntriesAnswer> =>
      get(routes.listHeldEntries.path, ListHeldEntriesAnswer),

    listEntriesToCheck: (): ApiAnswer<ListEntriesToCheckAnswer> =>
      get(routes.listEntriesToCheck.path, ListEntriesToCheckAnswer),

    decideAmendment: (message: DecideAmendment): ApiAnswer<DecideAmendmentAnswer> =>
      post(routes.decideAmendment.path, message, DecideAmendmentAnswer),
    decidePatientLink: (message: DecidePatientLink): ApiAnswer<DecidePatientLinkAnswer> =>
      post(routes.decidePatientLink.path, message, DecidePatientLinkAnswer),
    decideHeldEntry: (message: DecideHeldEntry): ApiAnswer<DecideHeldEntryAnswer> =>
      post(routes.decideHeldEntry.path, message, DecideHeldEntryAnswer),

    listDeviceRequests: (): ApiAnswer<DeviceRequests> =>
      get(routes.listDeviceRequests.path, DeviceRequests),

    decideDeviceRequest: (message: DecideDeviceRequest): ApiAnswer<DeviceRequests> =>
      post(routes.decideDeviceRequest.path, message, DeviceRequests),

    readMunicipalitySettings: (): ApiAnswer<MunicipalitySettings> =>
      get(routes.readMunicipalitySettings.path, MunicipalitySettings),

    saveMunicipalitySettings: (settings: MunicipalitySettings): ApiAnswer<MunicipalitySettings> =>
      send('PUT', routes.saveMunicipalitySettings.path, settings, MunicipalitySettings),

    saveContact: (message: SaveContact): ApiAnswer<SaveContactAnswer> =>
      send('PUT', routes.saveContact.path, message, SaveContactAnswer),

    saveZonePlan: (message: SaveZonePlan): ApiAnswer<SaveZonePlanAnswer> =>
      send('PUT', routes.saveZonePlan.path, message, SaveZonePlanAnswer),

    assessForm: (message: AssessForm): ApiAnswer<AssessFormAnswer> =>
      send('PUT', routes.assessForm.path, message, AssessFormAnswer),

    publishForm: (message: PublishForm): ApiAnswer<PublishFormAnswer> =>
      post(routes.publishForm.path, message, PublishFormAnswer),

    setFormUse: (message: SetFormUse): ApiAnswer<SetFormUseAnswer> =>
      send('PUT', routes.setFormUse.path, message, SetFormUseAnswer),

    reserveBinderCopy: (message: ReserveBinderCopy): ApiAnswer<ReserveBinderCopyAnswer> =>
      post(routes.reserveBinderCopy.path, message, ReserveBinderCopyAnswer),

    readPatientDetails: (message: ReadPatientDetails): ApiAnswer<ReadPatientDetailsAnswer> =>
      post(routes.readPatientDetails.path, message, ReadPatientDetailsAnswer),

    previewImport: (
      query: ImportQuery,
      file: Blob,
      watch: ImportWatch,
    ): ApiAnswer<PreviewImportAnswer> =>
      call({
        method: 'POST',
        path: routes.previewImport.path,
        query: { ...query, progress: 'lines' },
        body: { type: importContentType, bytes: file },
        answer: PreviewImportAnswer,
        limit: fileLimitMilliseconds,
        watch,
      }),

    takeImport: (
      query: TakeImportQuery,
      file: Blob,
      watch: ImportWatch,
    ): ApiAnswer<TakeImportAnswer> =>
      call({
        method: 'POST',
        path: routes.takeImport.path,
        query: { ...query, progress: 'lines' },
        body: { type: importContentType, bytes: file },
        answer: TakeImportAnswer,
        limit: fileLimitMilliseconds,
        watch,
      }),

    readLastImport: (query: LastImportQuery): ApiAnswer<LastImportAnswer> =>
      call({ method: 'GET', path: routes.readLastImport.path, query, answer: LastImportAnswer }),

    saveColumnAnswer: (message: SaveColumnAnswer): ApiAnswer<SaveColumnAnswer> =>
      send('PUT', routes.saveColumnAnswer.path, message, SaveColumnAnswer),

    restoreImport: (message: RestoreImport): ApiAnswer<RestoreImportAnswer> =>
      post(routes.restoreImport.path, message, RestoreImportAnswer),
  }
}

export type Api = ReturnType<typeof api>

function urlOf(path: string, query: Record<string, string | undefined>): string {
  const given = Object.entries(query).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  )
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`
}

/** Undefined for an answer that is not JSON, such as a guest network's log-in page. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
