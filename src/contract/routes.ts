import type { Role } from '#domain/base/role.ts'

/** Whom a route serves. */
export type RouteAccess =
  | { kind: 'public' }
  /** A device of the municipality, signed in or not: its signature stands in the message, and is checked there. */
  | { kind: 'deviceSignature' }
  /** Signed-in employees of these roles. A role that is not among them has nothing, and neither has a new one. */
  | { kind: 'session'; roles: readonly Role[] }

export type Route = {
  method: 'GET' | 'POST' | 'PUT'
  /** The pattern that requests are judged by, however an address is spelled. */
  path: string
  access: RouteAccess
  /** One where nothing is said. */
  maxBodyMegabytes?: number
  /** A full server lets `entries` in before lists go out; what `staysOpen`, such as pokes, takes no place. */
  admission?: 'entries' | 'staysOpen'
}

const anybody = { kind: 'public' } as const
const device = { kind: 'deviceSignature' } as const
const employees = session('nurse', 'shiftLead', 'sectionLeader', 'hdu', 'administrator')
const importers = session('sectionLeader', 'administrator')
const printers = session('shiftLead', 'sectionLeader', 'hdu')

/**
 * Everything that the server answers, with whom it answers. Nothing else has a path: a new message gets its place
 * here before its handler compiles, and the server does not start with a route that is not here.
 */
export const routes = {
  signIn: { method: 'POST', path: '/api/sign-in', access: anybody },
  /** Ends the session of the request, if there is one; answers 204 without a message. */
  signOut: { method: 'POST', path: '/api/sign-out', access: anybody },
  redeemInvitation: { method: 'POST', path: '/api/invitations/redeem', access: anybody },
  readSession: { method: 'GET', path: '/api/session', access: employees },
  enrolDevice: { method: 'POST', path: '/api/devices', access: employees },

  listStreams: { method: 'POST', path: '/api/sync/streams', access: employees },
  pullStream: { method: 'POST', path: '/api/sync/pull', access: employees },
  pushEntries: { method: 'POST', path: '/api/sync/push', access: device, admission: 'entries' },

  previewImport: {
    method: 'POST',
    path: '/api/import/preview',
    access: importers,
    maxBodyMegabytes: 20,
  },
  takeImport: {
    method: 'POST',
    path: '/api/import/take',
    access: importers,
    maxBodyMegabytes: 20,
  },
  restoreImport: { method: 'POST', path: '/api/import/restore', access: importers },
  listColumnMappings: { method: 'GET', path: '/api/import/mappings', access: importers },
  saveColumnMapping: { method: 'PUT', path: '/api/import/mappings', access: importers },

  reserveBinderCopy: { method: 'POST', path: '/api/binder-copies', access: printers },

  /** What is no message is not found, and is never taken for one of the app's screens. */
  unknownMessage: { method: 'GET', path: '/api/*', access: anybody },
  readHealth: { method: 'GET', path: '/healthz', access: anybody },
  readMetrics: { method: 'GET', path: '/metrics', access: anybody },
  readVersion: { method: 'GET', path: '/version.json', access: anybody },
  readClientFile: { method: 'GET', path: '/*', access: anybody },
} as const satisfies Record<string, Route>

function session<const Roles extends readonly Role[]>(
  ...roles: Roles
): { readonly kind: 'session'; readonly roles: Roles } {
  return { kind: 'session', roles }
}
