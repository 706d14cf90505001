import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { multipartForm, readKept, urlencodedForm } from './form.ts'

const type = 'multipart/form-data; boundary=xYz'
const part = (head: string, content: string | Buffer) => Buffer.concat([Buffer.from(`--xYz\r\nContent-Disposition: form-data; ${head}\r\n\r\n`), Buffer.from(content), Buffer.from('\r\n')])
const end = Buffer.from('--xYz--\r\n')

describe('a form with a file', () => {
  test('gives its fields and the file as they were sent, whatever bytes it has', () => {
    const bytes = Buffer.concat([Buffer.from('\r\n--xY\r\n\r\n'), Buffer.from([0, 255, 13, 10])])
    expect(multipartForm(Buffer.concat([part('name="words"', 'Su\r\nakıyor '), part('name="photo"; filename="kırık.png"\r\nContent-Type: image/png', bytes), end]), type))
      .toEqual({ fields: { words: 'Su\nakıyor' }, file: { name: 'kırık.png', bytes }, tooLarge: false })
  })
  test('with none chosen has none', () => expect(multipartForm(Buffer.concat([part('name="photo"; filename=""', ''), end]), type)).toEqual({ fields: {}, tooLarge: false }))
  test('cut off in the middle of the file keeps what was typed before it, and says so', () => {
    const whole = Buffer.concat([part('name="words"', 'Su akıyor'), part('name="photo"; filename="a.png"', Buffer.alloc(1000, 1)), end])
    expect(multipartForm(whole.subarray(0, 600), type)).toEqual({ fields: { words: 'Su akıyor' }, tooLarge: true })
  })
  test.each([['', type], ['--xYz', type], ['--xYz--', type], ['nothing of the kind', type], ['--xYz\r\n\r\n', 'multipart/form-data'], ['--xYz\r\nno end of head', type], ['--xYz--xYz\r\n\r\n', type]])('of nonsense (%j) is empty, and ends', (body, as) => {
    expect(multipartForm(Buffer.from(body), as)).toMatchObject({ fields: {} })
  })
})
test('a plain form: line ends are one kind, and what nobody can see goes', () => {
  expect(urlencodedForm('words=a%0D%0Ab%00%E2%80%AEc%09d+&answer=yes')).toEqual({ fields: { words: 'a\nbc\td', answer: 'yes' }, tooLarge: false })
})
test('more than is kept is read to its end, more than that is not listened to', async () => {
  const stream = () => Readable.from([Buffer.alloc(60, 1), Buffer.alloc(60, 2), Buffer.alloc(60, 3)])
  expect(await readKept(stream(), 100, 200)).toEqual(Buffer.concat([Buffer.alloc(60, 1), Buffer.alloc(40, 2)]))
  await expect(readKept(stream(), 100, 150)).rejects.toMatchObject({ statusCode: 413 })
})
