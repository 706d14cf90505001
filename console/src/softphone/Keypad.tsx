/** Keys for a machine at the other end, and a number to call. */
import { useState, type ReactNode } from 'react'
import { Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { Button, readPhone, TextField } from '@akmasa/ui'
import { useText } from '../text.ts'
import { dial, tellPhone } from './open.ts'

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#']

export function Keypad({ icon, disabled }: { icon: ReactNode; disabled: boolean }) {
  const t = useText()
  const [typed, setTyped] = useState('')
  const press = (digit: string) => { tellPhone({ is: 'digit', digit }); setTyped((was) => (was + digit).slice(-16)) }
  return (
    <DialogTrigger onOpenChange={() => setTyped('')}>
      <Button isDisabled={disabled}>{icon}{t('softphone.keypad')}</Button>
      <Popover className="popover">
        <Dialog className="keypad" aria-label={t('softphone.keypad')}>
          <output className="number" aria-live="off">{typed || ' '}</output>
          <div className="keys" onKeyDown={(e) => { if (digits.includes(e.key) && !e.repeat) { e.preventDefault(); press(e.key) } }}>
            {digits.map((d) => <Button key={d} onPress={() => press(d)} autoFocus={d === '1'}>{d}</Button>)}
          </div>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

export function DialOut({ icon, disabled }: { icon: ReactNode; disabled: boolean }) {
  const t = useText()
  const [typed, setTyped] = useState(''), [wrong, setWrong] = useState(false)
  const call = (close: () => void) => {
    const number = readPhone(typed)
    if (!number) return setWrong(true)
    dial(number)
    setTyped('')
    close()
  }
  return (
    <DialogTrigger onOpenChange={() => setWrong(false)}>
      <Button isDisabled={disabled}>{icon}{t('softphone.dial')}</Button>
      <Popover className="popover">
        <Dialog className="dial-out" aria-label={t('softphone.dial')}>
          {({ close }) => (
            <form className="stack" onSubmit={(e) => { e.preventDefault(); call(close) }} noValidate>
              <TextField label={t('softphone.number')} type="tel" value={typed} onChange={(v) => { setTyped(v); setWrong(false) }} error={wrong ? t('softphone.wrongNumber') : undefined} autoFocus />
              <Button type="submit" look="primary">{t('softphone.call')}</Button>
            </form>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
