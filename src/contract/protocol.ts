/** The sync protocol's version; a server answers another one with the refusal `wrongProtocol`. */
export const protocolVersion = 1

/** Every sync answer has this content type and the two headers below; other answers come from a captive portal. */
export const syncContentType = 'application/vnd.beredt.sync+json'
export const protocolHeader = 'beredt-protocol'
/** The request's random value, which the answer repeats. */
export const nonceHeader = 'beredt-nonce'
/** The server's signature over the whole answer (`domain/trust/signed-answer.ts`). */
export const signatureHeader = 'beredt-signature'
