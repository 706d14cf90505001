/** Letters and digits that are not taken for one another when read aloud or from paper. */
const signs = 'abcdefghjkmnpqrstuvwxyz23456789'
const groups = 4, groupSize = 4
/** From here on a byte would favour the first signs. */
const fair = 256 - (256 % signs.length)

const fromTheSystem = (count: number) => crypto.getRandomValues(new Uint8Array(count))

/** A first password of about 79 bits, in groups for reading aloud: `k7fm-3qzt-wd9h-x4rp`. */
export function makePassword(bytes: (count: number) => Uint8Array = fromTheSystem): string {
  let made = ''
  while (made.length < groups * groupSize) for (const byte of bytes(groups * groupSize)) if (byte < fair && made.length < groups * groupSize) made += signs[byte % signs.length]
  return made.match(new RegExp(`.{${groupSize}}`, 'g'))!.join('-')
}
