type ScriptUrlPolicy = {
  /** Browsers answer a TrustedScriptURL, which every place that starts a script takes for a string. */
  createScriptURL(url: string): string
}

declare global {
  interface Window {
    readonly trustedTypes?: {
      createPolicy(name: string, rules: ScriptUrlPolicy): ScriptUrlPolicy
    }
  }
}

function sameOriginOnly(url: string): string {
  if (new URL(url, location.href).origin !== location.origin) {
    throw new Error('A script from another origin was refused.')
  }
  return url
}

// A name can be given out once in a page; the server's policy allows no other than this.
let policy: ScriptUrlPolicy | null = null

/** What `new Worker` and the service worker's registration must be handed instead of a plain address. */
export function trustedScriptUrl(url: string): string {
  policy ??= window.trustedTypes?.createPolicy('beredt', { createScriptURL: sameOriginOnly }) ?? {
    createScriptURL: sameOriginOnly,
  }
  return policy.createScriptURL(url)
}
