/**
 * A map without a base map: a plain ground on which places and cases are drawn, and it says so. No tile server is
 * ever asked. Whatever it shows stands beside it in words too; the pin can be moved by keys (WCAG 2.1.1).
 */
import { Map as Maplibre, Marker, NavigationControl, setWorkerUrl, type StyleSpecification } from 'maplibre-gl'
import 'maplibre-gl/dist/maplibre-gl.css'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import { useEffect, useId, useRef } from 'react'
import { usePlaces } from '../lists.ts'
import './map.css'

setWorkerUrl(workerUrl)

export type Pin = { id: string; lat: number; lon: number; label: string; /** The one this screen is about. */ here?: boolean }
type Point = { lat: number; lon: number }
export type PlainMapProps = {
  label: string
  centre: Point
  zoom?: number
  pins: readonly Pin[]
  /** What the map does not show, in words. */
  note: string
  /** Puts the pin: by a click, or by Enter at the crosshair in the middle, which arrows move. */
  onPick?: (point: Point) => void
  /** How to pick, in words. */
  pickHow?: string
}
const ground: StyleSpecification = { version: 8, sources: {}, layers: [{ id: 'ground', type: 'background', paint: { 'background-color': 'rgba(0,0,0,0)' } }] }

function mark(className: string, label: string): HTMLElement {
  const box = document.createElement('div')
  box.className = className
  const words = document.createElement('span')
  words.textContent = label
  box.append(words)
  return box
}

export function PlainMap({ label, centre, zoom = 13, pins, note, onPick, pickHow }: PlainMapProps) {
  const box = useRef<HTMLDivElement>(null), map = useRef<Maplibre | null>(null), pick = useRef(onPick), noteId = useId()
  const places = usePlaces()
  useEffect(() => { pick.current = onPick })
  useEffect(() => {
    if (!box.current) return
    const made = new Maplibre({ container: box.current, style: ground, center: [centre.lon, centre.lat], zoom, attributionControl: false, dragRotate: false, pitchWithRotate: false, fadeDuration: 0 })
    made.touchZoomRotate.disableRotation()
    made.addControl(new NavigationControl({ showCompass: false }), 'top-right')
    made.on('click', (e) => pick.current?.({ lat: e.lngLat.lat, lon: e.lngLat.lng }))
    const canvas = made.getCanvas()
    canvas.setAttribute('aria-label', label)
    canvas.setAttribute('aria-describedby', noteId)
    const byKey = (e: KeyboardEvent) => {
      if (e.key !== 'Enter' || !pick.current) return
      e.preventDefault()
      const { lat, lng } = made.getCenter()
      pick.current({ lat, lon: lng })
    }
    canvas.addEventListener('keydown', byKey)
    map.current = made
    return () => { map.current = null; made.remove() }
  }, [centre.lat, centre.lon]) // one map a place; the rest follows below
  useEffect(() => {
    if (!map.current) return
    const drawn = [
      ...places.flatMap((p) => (p.lat === null || p.lon === null ? [] : [new Marker({ element: mark('map-place', p.name), anchor: 'center' }).setLngLat([p.lon, p.lat])])),
      ...pins.map((p) => new Marker({ element: mark(p.here ? 'map-pin here' : 'map-pin', p.label), anchor: 'bottom' }).setLngLat([p.lon, p.lat])),
    ]
    for (const m of drawn) m.addTo(map.current)
    return () => { for (const m of drawn) m.remove() }
  }, [places, pins, centre.lat, centre.lon])
  return (
    <div className={onPick ? 'plain-map picking' : 'plain-map'}>
      <div ref={box} className="map-box" />
      {onPick && <span className="crosshair" aria-hidden="true" />}
      <p id={noteId} className="map-note meta">{note}{pickHow && ` ${pickHow}`}</p>
    </div>
  )
}
