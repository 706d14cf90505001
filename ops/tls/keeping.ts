/** While the desk runs: renews what is the local authority's to renew, and has the switch take up what changed. The server looks by itself. */
import { ownAddresses } from './addresses.ts'
import { certificateFor, type Reach, stampOf, type Tls } from './tls.ts'

export type Kept = { tls: Tls; reach: Reach; state: string; town: string; renew: () => Promise<void>; say: (line: string) => void }

const lookAgain = 60_000

/** Ends with the function it answers. */
export function keepCertificate({ tls, reach, state, town, renew, say }: Kept): () => void {
  let told = ''
  let taken = ''
  const once = (line: string) => { if (line !== told) say(line); told = line }
  const look = async () => {
    try {
      certificateFor(reach, state, town, once)
      const own = new Set(ownAddresses())
      // An address that was away has to be listened on anew.
      const now = `${stampOf(tls)} ${tls.addresses.filter((one) => own.has(one)).join()}`
      if (now === taken) return
      await renew()
      taken = now
    } catch (problem) {
      once(`Other computers: ${problem instanceof Error ? problem.message : String(problem)}`)
    }
  }
  void look()
  const looking = setInterval(() => void look(), lookAgain)
  return () => clearInterval(looking)
}
