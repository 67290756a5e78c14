import { randomUUID } from 'node:crypto'
import { Client } from 'pg'

/** Makes a database with all that is in the template, on the same server; answers its address. */
export async function copyDatabase(templateUrl: string): Promise<string> {
  const template = new URL(templateUrl)
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const maintenance = new URL(template)
  maintenance.pathname = 'postgres'
  const client = new Client({ connectionString: maintenance.href })
  await client.connect()
  await client.query(`create database ${name} template ${template.pathname.slice(1)}`)
  await client.end()
  const url = new URL(template)
  url.pathname = name
  return url.href
}
