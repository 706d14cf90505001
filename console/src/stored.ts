/** Small settings kept by this browser. A browser that forbids it forgets them, and nothing breaks. */
type Setting = 'language' | 'theme' | 'density'
const name = (setting: Setting) => `akmasa.${setting}`

export function stored(setting: Setting): string | null {
  try { return localStorage.getItem(name(setting)) } catch { return null }
}
export function store(setting: Setting, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(name(setting))
    else localStorage.setItem(name(setting), value)
  } catch { /* forgotten at the next load */ }
}
