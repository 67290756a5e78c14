import type { FastifyInstance } from 'fastify'
import { openMetrics } from './base/metrics.ts'
import { openPlaceLine } from './base/place-line.ts'
import { listColumnMappingsRoute, saveColumnMappingRoute } from './routes/import/column-mappings.ts'
import { announceAlarms } from './alarms/announce-alarm.ts'
import { answerSigner } from './keys/answer-signer.ts'
import { watchKeys } from './keys/watch-keys.ts'
import { listAlarmsRoute } from './routes/list-alarms.ts'
import { listSecurityEventsRoute } from './routes/list-security-events.ts'
import { listZoneStatusRoute } from './routes/list-zone-status.ts'
import { readServerKeysRoute } from './routes/read-server-keys.ts'
import { startEnrolmentRoute } from './routes/start-enrolment.ts'
import { routes } from '#contract/routes.ts'
import { Refused } from './base/refused.ts'
import { type HttpSettings, isSecure, openHttpServer } from './http/open-http-server.ts'
import type { RouteHandlers } from './http/serve-routes.ts'
import { standInClock } from './employees/stand-in-clock.ts'
import { openProjection } from './projection/run-projection.ts'
import { sealOpener } from './projection/seal-opener.ts'
import { decideAmendmentRoute } from './routes/amendments/decide-amendment.ts'
import { decidePatientLinkRoute } from './routes/new-patients/decide-patient-link.ts'
import { decideHeldEntryRoute } from './routes/decide-held-entry.ts'
import { decideDeviceRequestRoute, listDeviceRequestsRoute } from './routes/device-requests.ts'
import { enrolDeviceRoute } from './routes/enrol-device.ts'
import { readHealthRoute } from './routes/health.ts'
import { listEntriesToCheckRoute } from './routes/list-entries-to-check.ts'
import { listHeldEntriesRoute } from './routes/list-held-entries.ts'
import { listStreamsRoute } from './routes/list-streams.ts'
import { readMetricsRoute } from './routes/metrics.ts'
import {
  readMunicipalitySettingsRoute,
  saveMunicipalitySettingsRoute,
} from './routes/municipality/municipality-settings.ts'
import { previewImportRoute } from './routes/import/preview-import.ts'
import { pullStreamRoute } from './routes/pull-stream.ts'
import { pushEntriesRoute } from './routes/push-entries.ts'
import { readPatientDetailsRoute } from './routes/read-patient-details.ts'
import { readSessionRoute } from './routes/read-session.ts'
import { redeemInvitationRoute } from './routes/redeem-invitation.ts'
import { reserveBinderCopyRoute } from './routes/reserve-binder-copy.ts'
import { readLastImportRoute } from './routes/import/read-last-import.ts'
import { saveColumnAnswerRoute } from './routes/import/save-column-answer.ts'
import { restoreImportRoute } from './routes/import/restore-import.ts'
import { assessFormRoute } from './routes/municipality/assess-form.ts'
import { publishFormRoute } from './routes/municipality/publish-form.ts'
import { setFormUseRoute } from './routes/municipality/set-form-use.ts'
import { saveZonePlanRoute } from './routes/municipality/save-zone-plan.ts'
import { saveContactRoute } from './routes/municipality/save-contact.ts'
import { resumeSessionRoute, startResumingRoute } from './routes/resume-session.ts'
import { signInRoute } from './routes/sign-in.ts'
import { signOutRoute } from './routes/sign-out.ts'
import { takeImportRoute } from './routes/import/take-import.ts'
import { readVersionRoute } from './routes/version.ts'
import { recordForAll } from './reporting/record-for-all.ts'
import { reportRefusals } from './reporting/report-refusals.ts'
import { postTo, securityWebhook } from './reporting/security-webhook.ts'
import {
  changeAccountRoute,
  closeAccountRoute,
  issueSignInCodeRoute,
  lendZoneRoute,
  listAccountsRoute,
  makeAccountRoute,
  saveStandInRoute,
} from './routes/accounts/accounts.ts'
import { previewEmployeeListRoute, takeEmployeeListRoute } from './routes/accounts/employee-list.ts'
import {
  readOrganisationRoute,
  saveSectionRoute,
  saveZoneRoute,
  setZoneUseRoute,
} from './routes/accounts/organisation.ts'
import { redeemSignInCodeRoute } from './routes/accounts/redeem-sign-in-code.ts'
import { openOwedContacts } from './inbox/owed-contacts.ts'
import type { Services } from './services.ts'

/** The whole server, ready to listen. */
export async function buildServer(
  services: Services,
  settings: HttpSettings,
): Promise<FastifyInstance> {
  const { db, world, keys, sources, imports } = services
  const cookie = { secure: isSecure(settings) }
  const metrics = openMetrics()
  const { signIns } = settings.admission
  const signInLines = {
    known: openPlaceLine(signIns.known),
    others: openPlaceLine(signIns.others),
  }
  const onAlarm = announceAlarms(settings.log, metrics)
  const projection = openProjection({
    db,
    world,
    seals: sealOpener(() => keys.current().sealing),
    ports: services.projection,
    now: sources.now,
    onAlarm,
    onFault: (fault) => settings.log.error({ err: fault }, 'projection failed'),
    onFaulted({ entryId, deviceId }) {
      metrics.entryFaulted()
      settings.log.error({ entryId, deviceId }, 'an entry faulted too often and waits for a person')
    },
    onPostponed: metrics.postponed,
    onEffects(municipality, { because }) {
      const count = because.length
      if (!metrics.incidentsConfirmed(municipality, count)) return
      settings.log.warn({ municipality, count }, 'confirmed incidents that stop deletion')
    },
    onAwaitingKeys(municipality, awaiting) {
      if (!metrics.awaitingKeys(municipality, awaiting)) return
      for (const { keyId, entries } of awaiting) {
        const fields = { municipality, keyId, count: entries }
        settings.log.warn(fields, 'entries wait for a key that is not here')
      }
    },
  })
  const owedContacts = openOwedContacts()
  const handlers: RouteHandlers<Omit<typeof routes, 'readClientFile'>> = {
    signIn: signInRoute(services, signInLines, cookie),
    signOut: signOutRoute(services, cookie),
    redeemInvitation: redeemInvitationRoute(services, signInLines.others, cookie),
    redeemSignInCode: redeemSignInCodeRoute(services, signInLines.others, cookie),
    readSession: readSessionRoute(services),
    startResuming: startResumingRoute(services),
    resumeSession: resumeSessionRoute(services, cookie),
    startEnrolment: startEnrolmentRoute(services),
    enrolDevice: enrolDeviceRoute(services),
    readServerKeys: readServerKeysRoute(services),
    listDeviceRequests: listDeviceRequestsRoute(services),
    decideDeviceRequest: decideDeviceRequestRoute(services),
    readMunicipalitySettings: readMunicipalitySettingsRoute(services),
    saveMunicipalitySettings: saveMunicipalitySettingsRoute(services),
    readOrganisation: readOrganisationRoute(services),
    saveSection: saveSectionRoute(services),
    saveZone: saveZoneRoute(services),
    setZoneUse: setZoneUseRoute(services),
    listAccounts: listAccountsRoute(services),
    makeAccount: makeAccountRoute(services),
    changeAccount: changeAccountRoute(services),
    closeAccount: closeAccountRoute(services),
    saveStandIn: saveStandInRoute(services),
    lendZone: lendZoneRoute(services),
    issueSignInCode: issueSignInCodeRoute(services),
    previewEmployeeList: previewEmployeeListRoute(services),
    takeEmployeeList: takeEmployeeListRoute(services),
    saveZonePlan: saveZonePlanRoute(services),
    saveContact: saveContactRoute(services),
    assessForm: assessFormRoute(services),
    publishForm: publishFormRoute(services),
    setFormUse: setFormUseRoute(services),
    listStreams: listStreamsRoute(services, owedContacts),
    pullStream: pullStreamRoute(services, onAlarm),
    pushEntries: pushEntriesRoute(services, projection, owedContacts),
    previewImport: previewImportRoute(imports),
    takeImport: takeImportRoute(imports),
    restoreImport: restoreImportRoute(imports),
    readLastImport: readLastImportRoute(imports),
    saveColumnAnswer: saveColumnAnswerRoute(imports),
    listColumnMappings: listColumnMappingsRoute(services),
    saveColumnMapping: saveColumnMappingRoute(services),
    listZoneStatus: listZoneStatusRoute(services),
    listAlarms: listAlarmsRoute(services),
    listSecurityEvents: listSecurityEventsRoute(services),
    readPatientDetails: readPatientDetailsRoute(services),
    listHeldEntries: listHeldEntriesRoute(services),
    listEntriesToCheck: listEntriesToCheckRoute(services),
    decideAmendment: decideAmendmentRoute(services),
    decidePatientLink: decidePatientLinkRoute(services),
    decideHeldEntry: decideHeldEntryRoute(services),
    reserveBinderCopy: reserveBinderCopyRoute(services),
    unknownMessage: () => {
      throw new Refused('notFound')
    },
    readHealth: readHealthRoute(services),
    readMetrics: readMetricsRoute(metrics, settings.metricsToken),
    readVersion: readVersionRoute(),
  }
  const served = { routes, handlers, sessions: services, signer: answerSigner(keys), metrics }
  const server = await openHttpServer(settings, served)
  reportRefusals(server, services)
  const webhook =
    settings.securityWebhook === null
      ? null
      : securityWebhook({
          db,
          send: postTo(settings.securityWebhook),
          everyMilliseconds: 2_000,
          onFault: (fault) => settings.log.error({ err: fault }, 'security events not sent'),
        })
  const watch = watchKeys(keys, {
    everyMilliseconds: settings.keysEveryMilliseconds ?? 5_000,
    onOutcome(outcome, version) {
      settings.log.warn({ kind: outcome, version }, 'key set')
      const kind = outcome === 'adopted' ? 'keysRotated' : 'keysRefused'
      void recordForAll(db, kind, sources.now()).catch((fault: unknown) =>
        settings.log.error({ err: fault }, 'security event not written'),
      )
    },
    onFault: (fault) => settings.log.error({ err: fault }, 'keys not read'),
  })
  const standIns = standInClock(services, {
    everyMilliseconds: 20_000,
    onFault: (fault) => settings.log.error({ err: fault }, 'stand-ins not settled'),
  })
  server.addHook('onReady', (done) => {
    projection.start()
    standIns.start()
    watch.start()
    webhook?.start()
    done()
  })
  server.addHook('onClose', async () => {
    watch.stop()
    await standIns.stop()
    await webhook?.stop()
    await projection.stop()
  })
  return server
}
