/** Pages of the desk's listener besides the console: the root certificate of a local authority, for installing before anyone can sign in. */
import { X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { rootCertificatePage } from '../portal/src/root-certificate.ts'
import type { Config } from './platform/config.ts'

export const deskPages = (config: Config) => async (app: FastifyInstance): Promise<void> => {
  const file = config.ROOT_CERTIFICATE
  // The page for signing in asks, so that it knows whether there is anything to offer.
  app.get('/root-certificate.json', async () => ({ offered: file !== undefined }))
  if (!file) return
  const root = async () => new X509Certificate(await readFile(file))
  const page = (language: 'tr' | 'en') => async (_request: unknown, reply: FastifyReply) => {
    const { fingerprint256, validTo } = await root()
    return reply.type('text/html; charset=utf-8').send(rootCertificatePage({ fingerprint: fingerprint256, until: new Date(validTo), language }))
  }
  app.get('/root-certificate', page('tr'))
  app.get('/root-certificate/en', page('en'))
  // By this type Windows and Firefox know what to do with it.
  app.get('/root-certificate.crt', async (_request, reply) => reply.type('application/x-x509-ca-cert').send((await root()).raw))
}
