import { PlainMap } from '../../map/PlainMap.tsx'
import { useText } from '../../text.ts'

/** Loaded only where a case has a pin. */
export default function CaseMap({ lat, lon, label }: { lat: number; lon: number; label: string }) {
  const t = useText()
  return <PlainMap label={t('cases.page.map')} centre={{ lat, lon }} zoom={14} pins={[{ id: 'case', lat, lon, label, here: true }]} note={t('cases.page.ground')} />
}
