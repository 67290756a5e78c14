import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'

/** What no page of ours asks of a browser, so that no script in it can either. A message may be copied. */
const refusedFeatures = [
  'accelerometer',
  'bluetooth',
  'camera',
  'clipboard-read',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
  'xr-spatial-tracking',
]
const permissions = [
  ...refusedFeatures.map((feature) => `${feature}=()`),
  'clipboard-write=(self)',
].join(', ')

/**
 * Lets the page connect to this server only, and lets no text become a script.
 *
 * WebAssembly is for the Argon2 worker. Over plain http on localhost, upgrade-insecure-requests would break WebKit.
 */
export async function registerSecurityHeaders(
  server: FastifyInstance,
  { secure }: { secure: boolean },
): Promise<void> {
  const ownOnly = ["'self'"]
  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ownOnly,
        scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
        workerSrc: ownOnly,
        imgSrc: ["'self'", 'data:', 'blob:'],
        connectSrc: ownOnly,
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ownOnly,
        frameAncestors: ["'none'"],
        requireTrustedTypesFor: ["'script'"],
        trustedTypes: ['beredt'],
        ...(secure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: secure
      ? { maxAge: 365 * 24 * 60 * 60, includeSubDomains: false }
      : false,
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  })
  server.addHook('onRequest', (_request, reply, done) => {
    reply.header('permissions-policy', permissions)
    done()
  })
}
