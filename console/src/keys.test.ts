import { expect, test } from 'vitest'
import { chordOf, isTyping } from './keys.ts'

const press = (key: string, code: string, mods: Partial<Record<'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey', boolean>> = {}) => ({ key, code, ctrlKey: false, altKey: false, shiftKey: false, metaKey: false, ...mods })
test.each([
  [press('F2', 'F2'), 'F2'],
  [press('F2', 'F2', { shiftKey: true }), 'Shift+F2'],
  [press('k', 'KeyK', { ctrlKey: true }), 'Ctrl+K'],
  [press('Enter', 'Enter', { ctrlKey: true }), 'Ctrl+Enter'],
  // Top-row digits by place: a French keyboard writes & there.
  [press('&', 'Digit1', { altKey: true }), 'Alt+1'],
  [press('0', 'Digit0', { altKey: true }), 'Alt+0'],
])('%o is %s', (e, chord) => expect(chordOf(e)).toBe(chord))

test('a key held down, half a letter, or a letter of AltGr is no command', () => {
  const key = (over: Partial<KeyboardEvent>, altGraph = false) => ({ repeat: false, isComposing: false, getModifierState: (m: string) => m === 'AltGraph' && altGraph, ...over }) as KeyboardEvent
  expect([key({}), key({ repeat: true }), key({ isComposing: true }), key({}, true)].map(isTyping)).toEqual([false, true, true, true])
})
