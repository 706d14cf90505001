/** Marks a person as muhtar of places. A place has one: who was it before is told, and all of it can be taken back. */
import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useState } from 'react'
import { Button, Dialog, showPhone, toast } from '@akmasa/ui'
import { citizensApi, type Citizen, type CitizenId } from '../../../../contracts/citizens.ts'
import type { PlaceId } from '../../../../contracts/places.ts'
import { call, type Answer } from '../../client.ts'
import { Finder } from '../../Finder.tsx'
import { usePlaces } from '../../lists.ts'
import { announce } from '../../shell/announce.tsx'
import { ProblemNotice } from '../../shell/ProblemNotice.tsx'
import { fieldWords, problemWords, text, useText } from '../../text.ts'

type Before = Answer<typeof citizensApi.setMuhtar>['before']
/** Whatever shows a person asks anew. */
const grownOld = (queries: QueryClient) => Promise.all(['/search', '/calls/caller', '/citizens/search'].map((path) => queries.invalidateQueries({ queryKey: [path] })))

export function MuhtarDialog({ person, onClose }: { person: Citizen; onClose: () => void }) {
  const t = useText(), queries = useQueryClient(), places = usePlaces()
  const [chosen, setChosen] = useState<readonly PlaceId[]>(() => person.muhtarOf.map((p) => p.id))
  const who = person.name ?? showPhone(person.phones[0])
  const named = (id: string) => { const p = places.find((x) => x.id === id); return p ? [p.name, t(`shared.place.${p.kind}`)].join(', ') : (person.muhtarOf.find((x) => x.id === id)?.label ?? '') }
  const save = useMutation({
    mutationFn: () => call(citizensApi.setMuhtar, { citizenId: person.id, placeIds: [...chosen] }),
    onSuccess: async ({ before }) => {
      await grownOld(queries)
      const former = before.filter((b) => b.citizenId !== person.id).map((b) => b.name ?? text('search.noName'))
      const words = chosen.length ? text('search.muhtar.saved', { name: who }) : text('search.muhtar.ended', { name: who })
      toast({ words: former.length ? `${words} ${text('search.muhtar.former', { names: former.join(', ') })}` : words, action: { label: text('search.muhtar.undo'), do: () => void takeBack(queries, before) } })
      onClose()
    },
  })
  return (
    <Dialog open onClose={onClose} title={t('search.muhtar.title')} foot={<><Button onPress={onClose}>{t('shared.cancel')}</Button><Button look="primary" isPending={save.isPending} onPress={() => save.mutate()}>{t('shared.save')}</Button></>}>
      <p><strong>{who}</strong></p>
      <p className="meta">{t('search.muhtar.words')}</p>
      <ProblemNotice problem={save.error} />
      <Finder label={t('search.muhtar.place')} options={places.filter((p) => !chosen.includes(p.id)).map((p) => ({ id: p.id, name: p.name, description: [t(`shared.place.${p.kind}`), p.within].filter(Boolean).join(', ') }))} value={null} onChoose={(id) => { if (id) setChosen([...chosen, id as PlaceId]) }} error={fieldWords(t, save.error, 'placeIds')} autoFocus />
      <ul className="stack muhtar-places">
        {chosen.map((id) => <li key={id} className="spread"><span>{named(id)}</span><Button small look="quiet" aria-label={t('search.muhtar.remove', { place: named(id) })} onPress={() => setChosen(chosen.filter((x) => x !== id))}><X aria-hidden /></Button></li>)}
        {!chosen.length && <li className="hint">{t('search.muhtar.none')}</li>}
      </ul>
    </Dialog>
  )
}

/** In the order told: she gives the places up first, then whoever had them has them again. */
async function takeBack(queries: QueryClient, before: Before): Promise<void> {
  try {
    for (const { citizenId, placeIds } of before) await call(citizensApi.setMuhtar, { citizenId: citizenId as CitizenId, placeIds })
    announce(text('search.muhtar.undone'))
  } catch (problem) {
    toast({ words: problemWords(text, problem) })
  }
  await grownOld(queries)
}
