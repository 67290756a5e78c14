import { parseArgs } from 'node:util'
import { demoSeed } from '#demo/demo-seed.ts'
import { readEnvironment } from '#server/environment.ts'
import { openLog } from '#server/base/log.ts'
import { retiredClientFolder, runServer, type RunningServer } from '#server/main.ts'
import { startServer as text } from '#text/nb/commands/start-server.ts'
import { buildClient, clientFolder, isClientOld, retireAssets } from './build-client.ts'
import { runCommand } from './run-command.ts'
import { routes } from '#contract/routes.ts'

/** Builds what is missing, starts everything in this process, and stops it on SIGINT or SIGTERM. */
async function start(): Promise<number> {
  const { values } = parseArgs({
    options: {
      'no-demo': { type: 'boolean', default: false },
      'accept-new-keys': { type: 'boolean', default: false },
    },
  })
  const environment = readEnvironment(process.env)
  if (values['no-demo']) environment.demo = 'off'
  const stop = stopRequested()
  if (isClientOld()) {
    console.log(text.building)
    retireAssets(clientFolder, retiredClientFolder(environment.dataDir), Date.now())
    await buildClient((child) => {
      void stop.then(() => child.kill())
    })
  }
  console.log(text.starting)
  const running = await runServer(environment, openLog(environment.logLevel), {
    clientFolder,
    seed: demoSeed,
    keys: values['accept-new-keys'] ? 'acceptNew' : 'known',
  })
  announce(running)
  await stop
  console.log(text.stopping)
  await running.close()
  console.log(text.stopped)
  return 0
}

/** Resolves at the first signal. A start is always completed first, because half a database start does more harm. */
function stopRequested(): Promise<void> {
  return new Promise((resolve) => {
    const requestStop = () => {
      resolve()
      // A second signal stops at once.
      process.once('SIGINT', () => process.exit(130))
    }
    process.once('SIGTERM', requestStop).once('SIGINT', requestStop)
  })
}

function announce({ url, wayIn, keysOrigin }: RunningServer): void {
  if (keysOrigin === 'newSet' || keysOrigin === 'newRoot') console.log(`\n${text.keys[keysOrigin]}`)
  console.log(`\n${text.running(url)}\n`)
  switch (wayIn.kind) {
    case 'demo':
      console.log(text.demo)
      for (const { username, password, title, zones } of demoSeed.accounts) {
        console.log(
          `  ${username.padEnd(8)}  ${password.padEnd(14)}  ${title} (${zones.join(', ')})`,
        )
      }
      break
    case 'invitation':
      console.log(`${text.invitation}\n  ${url}/oppstart#${wayIn.token}`)
      console.log(text.invitationCall(`${url}${routes.redeemInvitation.path}`))
      break
    case 'accounts':
      break
  }
  console.log(url.startsWith('https:') ? '' : `\n${text.insecure}\n`)
}

await runCommand(start)
