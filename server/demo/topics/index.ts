/** The tree of topics: groups, and under each the leaves a case is filed under. */
import { animals } from './animals.ts'
import { building } from './building.ts'
import { cleaning } from './cleaning.ts'
import { culture } from './culture.ts'
import { environment } from './environment.ts'
import { fire } from './fire.ts'
import { funeral } from './funeral.ts'
import { information } from './information.ts'
import { licences } from './licences.ts'
import { market } from './market.ts'
import { networks } from './networks.ts'
import { parks } from './parks.ts'
import { pavements } from './pavements.ts'
import { roads } from './roads.ts'
import { sewer } from './sewer.ts'
import { snow } from './snow.ts'
import { social } from './social.ts'
import { taxes } from './taxes.ts'
import { transport } from './transport.ts'
import { water } from './water.ts'
import type { TopicGroup, Topic } from '../types.ts'

const themes = [
  snow, water, sewer, roads, pavements, networks, cleaning, environment, animals, building,
  market, parks, transport, fire, funeral, social, culture, licences, taxes, information,
]

export const topicGroups: readonly TopicGroup[] = themes.map((theme) => theme.group)
export const topics: readonly Topic[] = themes.flatMap((theme) => theme.topics)
