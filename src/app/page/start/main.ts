import { startVaultWorker } from './start-vault-worker.ts'

/** The vault is the longest way to the first screen: it sets out before the app's own code is there. */
const worker = startVaultWorker()
void import('./start-app.tsx').then(({ startApp }) => startApp(worker))
