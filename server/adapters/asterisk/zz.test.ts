import { test } from 'vitest'
import { queues, testLine } from '/work/main/server/adapters/asterisk/testing.ts'
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
test('x', async () => {
  await using line = await testLine()
  const conf = line.runDir + '/etc/queues.conf'
  let text = readFileSync(conf, 'utf8')
  if (process.env.V === 'periodic') text = text.replace('periodic-announce-frequency = 45', 'periodic-announce-frequency = 1').replace('announce-position = yes', 'announce-position = no').replace('announce-frequency = 30', 'announce-frequency = 0')
  if (process.env.V === 'thereare') text = text.replace('queue-thereare =', 'queue-thereare = cc/leave-message')
  if (process.env.V === 'nosaythanks') text = text.replace('queue-thankyou =', 'queue-thankyou = beep')
  writeFileSync(conf, text)
  await line.ami.do('QueueReload')
  await using seat = await line.ready('seat-a6')
  await line.desk.setSeat('seat-a6', 'paused', queues, 'wrap-up')
  await using phone = await line.citizen()
  const first = await phone.call('153', { from: '05325555010' })
  await line.next('QueueCallerJoin')
  const e = await phone.call('153', { from: '05325555011' })
  await line.next('QueueCallerJoin')
  await e.hears(line.tone(process.env.V === 'periodic' ? 'still-waiting' : process.env.V === 'thereare' ? 'leave-message' : 'place-2'))
  const at=line.records.length; line.ami.on('event', ev => { if (/DTMF|Join|Caller|VarSet|Newexten/.test(ev.Event!)) console.log(ev.Event, ev.Digit, ev.Direction, ev.Queue, ev.Extension) }); e.press('1'); setTimeout(()=>console.log(e.heard().length, line.records.slice(at).map(r=>r.event+r.channel).join(' ')),2500)
  const j = line.next('QueueCallerJoin', (event) => event.Queue === 'emergency').then(() => 'JOINED')
  console.log(await Promise.race([j, new Promise(r => setTimeout(() => r('timeout'), 3000))]))
  first.hangUp(); e.hangUp()
}, 20000)
