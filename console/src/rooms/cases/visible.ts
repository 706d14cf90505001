/** The order of the list one came from, so that "next" on the case page follows what was seen there. */
let ids: readonly string[] = []
export const rememberVisible = (shown: readonly string[]) => { ids = shown }
export function neighbours(id: string): { previous: string | undefined; next: string | undefined } {
  const at = ids.indexOf(id)
  return at < 0 ? { previous: undefined, next: undefined } : { previous: ids[at - 1], next: ids[at + 1] }
}
