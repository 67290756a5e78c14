type ScriptUrlPolicy = {
  /** Browsers answer a TrustedScriptURL, which the types of `Worker` and `register` accept only as a string. */
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

// A page can create a policy of a name only once; the server's policy allows no other name.
let policy: ScriptUrlPolicy | null = null

/** Makes the URL that `new Worker` and the service worker's registration require instead of a plain string. */
export function trustedScriptUrl(url: string): string {
  policy ??= window.trustedTypes?.createPolicy('beredt', { createScriptURL: sameOriginOnly }) ?? {
    createScriptURL: sameOriginOnly,
  }
  return policy.createScriptURL(url)
}
