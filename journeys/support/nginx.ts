/** The product's own reverse-proxy template in a real nginx: only its ports, its certificate and its log are the test's. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { httpAnswers, untilYes } from '../../ops/answers.ts'
import { ensureNginx } from '../../ops/testing/nginx.ts'
import { makeAuthority, makeServerCertificate } from '../../ops/tls/authority.ts'
import { freePort } from '../../server/adapters/host.ts'
import { root } from './house.ts'

export type Ports = { desk: number; citizens: number; telephoneHttp: number }
export type Proxy = AsyncDisposable & { readonly name: string; readonly citizensName: string; readonly port: number; readonly plainPort: number; /** PEM file. */ readonly authority: string; logged(): string }

/** Its input closes with us, however we end, and then it is ended too. */
const tether = '"$@" </dev/null & started=$!; cat >/dev/null; kill $started; wait $started'

export async function startNginx(behind: Ports): Promise<Proxy> {
  const [name, citizensName] = ['desk.akmasa.test', 'www.akmasa.test']
  const folder = mkdtempSync(join(tmpdir(), 'akmasa-nginx-'))
  const [port, plainPort] = [await freePort(), await freePort()]
  const authority = makeAuthority('Deneme', [name, citizensName])
  const server = makeServerCertificate(authority, [name, citizensName])
  for (const [file, text] of Object.entries({ 'authority.pem': authority.certificate, 'certificate.pem': server.certificate, 'key.pem': server.key })) writeFileSync(join(folder, file), text)
  const values: Record<string, string> = { name, citizensName, deskPort: String(behind.desk), citizensPort: String(behind.citizens), telephoneHttpPort: String(behind.telephoneHttp) }
  const site = readFileSync(join(root, 'ops/reverse-proxy/nginx.conf.template'), 'utf8').replace(/\{\{(\w+)\}\}/g, (_, key: string) => values[key]!)
    .replace(/^ *listen \[::\].*\n/gm, '').replaceAll('listen 80;', `listen 127.0.0.1:${plainPort};`).replaceAll('listen 443 ssl;', `listen 127.0.0.1:${port} ssl;`)
    .replaceAll('/etc/akmasa/tls/', `${folder}/`).replaceAll('/var/log/nginx/', `${folder}/`)
  writeFileSync(join(folder, 'site.conf'), site)
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => { mkdirSync(join(folder, kind)); return `${kind}_temp_path ${folder}/${kind};` }).join(' ')
  const user = process.getuid?.() === 0 ? 'user root;' : ''
  writeFileSync(join(folder, 'nginx.conf'), `${user} daemon off; worker_processes 1; pid ${folder}/pid; error_log ${folder}/error.log;\nevents {}\nhttp { ${temporary} include ${folder}/site.conf; }\n`)

  const [command = '', ...args] = [...(await ensureNginx(() => {})), '-p', folder, '-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')]
  const checked = spawnSync(command, [...args, '-t'], { encoding: 'utf8' })
  if (checked.status !== 0 || /\[(warn|emerg|crit)\]/.test(checked.stderr)) throw new Error(`nginx -t: ${checked.stderr}${readFileSync(join(folder, 'error.log'), 'utf8')}`)
  const child: ChildProcess = spawn('sh', ['-c', tether, 'sh', command, ...args], { stdio: ['pipe', 'ignore', 'ignore'] })
  const over = new Promise<void>((go) => child.once('exit', () => go()))
  const late = () => { throw new Error(`nginx does not answer: ${readFileSync(join(folder, 'error.log'), 'utf8')}`) }
  await untilYes(() => httpAnswers(`http://127.0.0.1:${plainPort}/`), new AbortController().signal, late)
  return {
    name, citizensName, port, plainPort, authority: join(folder, 'authority.pem'),
    logged: () => readFileSync(join(folder, 'akmasa.log'), 'utf8'),
    async [Symbol.asyncDispose]() {
      child.stdin!.end()
      await over
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
