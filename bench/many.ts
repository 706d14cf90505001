/**
 * A municipality of some years: 300,000 cases told by 100,000 people, and 300,000 calls, made beside the house's own rows.
 * Straight into the tables: what is measured is reading. Nothing here is anybody's.
 */
import pg from 'pg'
import type { House } from '../journeys/support/house.ts'
import { Client } from './desk.ts'
import { reporting } from './report.ts'
import { searching } from './search.ts'
import { years } from './years.ts'

const given = ['Ayşe', 'Mehmet', 'Fatma', 'Mustafa', 'Emine', 'Ahmet', 'Hatice', 'Ali', 'Zeynep', 'Hüseyin', 'Elif', 'Hasan', 'Meryem', 'İbrahim', 'Şerife', 'İsmail', 'Zehra', 'Osman', 'Sultan', 'Yusuf', 'Hanife', 'Murat', 'Merve', 'Ömer', 'Havva', 'Ramazan', 'Gülsüm', 'Halil', 'Rojda', 'Çağrı']
const begins = ['Kara', 'Ak', 'Demir', 'Öz', 'Yıl', 'Taş', 'Gök', 'Bay', 'Er', 'Kır', 'Şen', 'Top', 'Uç', 'Çel', 'Işık', 'Bul', 'Gül', 'Koç', 'Tunç', 'Ay', 'Boz', 'Çak', 'Day', 'Gür', 'Kay', 'Sar', 'Tek', 'Var', 'Yal', 'Zor']
const ends = ['oğlu', 'lı', 'er', 'taş', 'kaya', 'man', 'dağ', 'su', 'tepe', 'can', 'bey', 'türk', 'soy', 'kan', 'alp', 'göz', 'baş', 'kol', 'el', 'ak', 'daş', 'gil', 'ova', 'pınar', 'çı', 'tay', 'gün', 'yol', 'bulut', 'kurt']
const words = ['çukur', 'yol', 'su', 'kesik', 'lamba', 'yanmıyor', 'çöp', 'alınmadı', 'konteyner', 'taşıyor', 'köpek', 'sürü', 'ağaç', 'devrildi', 'park', 'salıncak', 'kırık', 'kaldırım', 'bozuk', 'rögar', 'kapağı', 'açık', 'koku', 'gürültü', 'inşaat', 'moloz', 'otobüs', 'durak', 'gelmiyor', 'kar', 'buz', 'tuzlama',
  'okulun', 'önünde', 'caminin', 'arkasında', 'sokağın', 'başında', 'üç', 'gündür', 'sabahtan', 'beri', 'lütfen', 'bakın', 'kimse', 'gelmedi', 'çocuklar', 'düşüyor', 'araçlar', 'geçemiyor', 'akıyor', 'patladı', 'mahallemizde', 'komşular', 'rahatsız', 'ilaçlama', 'sinek', 'pazar', 'yeri', 'zabıta', 'gelsin', 'istiyoruz']

const pick = (from: string) => `(${from})[1 + floor(random() * array_length(${from}, 1))::int]`
const folded = (text: string) => `translate(lower(replace(replace(${text}, 'I', 'ı'), 'İ', 'i')), 'çğıöşüâîû', 'cgiosuaiu')`
/** A UUIDv7 of that moment. */
const idAt = (at: string) => `(lpad(to_hex((extract(epoch from ${at}) * 1000)::bigint), 12, '0') || '7' || substr(md5(random()::text), 1, 3) || '8' || substr(md5(random()::text), 1, 15))::uuid`

/** @param client of the house's database, as superuser: triggers and row security stay out of it. */
async function fillMany(client: pg.Client): Promise<void> {
  await client.query('begin; set local session_replication_role = replica')
  await client.query(`
    create temp table one as select $1::text[] as given, $2::text[] as begins, $3::text[] as ends, $4::text[] as words,
      (select array_agg(t.id) from routing.topic t join routing.topic_directorate d on d.topic_id = t.id and d.part = 'lead' where not t.personal) as topics, (select array_agg(id) from places.place) as places`, [given, begins, ends, words])
  await client.query(`
    create temp table person as
      select ${idAt(`now() - make_interval(days => ${years.days})`)} as id, i, '+90555' || lpad(i::text, 7, '0') as phone, ${pick('given')} || ' ' || ${pick('begins')} || ${pick('ends')} as name
      from one, generate_series(1, ${years.people}) i;
    insert into citizens.citizen (id, name, name_folded, language, made_at, changed_at) select id, name, ${folded('name')}, 'tr', now(), now() from person;
    insert into citizens.phone (citizen_id, e164, made_at) select id, phone, now() from person;
    create unique index on person (i)`)
  await client.query(`
    create temp table told as
      select i, at, ${idAt('at')} as id, extract(year from at)::int || '-' || lpad((500000 + i)::text, 6, '0') as number, topic, place, 1 + floor(random() * ${years.people})::int as who,
        ${pick('begins')} || ${pick('ends')} || ' Sokak' as street, said, random() < 0.95 and at < now() - interval '10 days' as over, hours
      from (
        select i, now() - random() * make_interval(days => ${years.days}) as at, ${pick('topics')} as topic, ${pick('places')} as place, begins, ends, random() * 300 as hours,
          ${Array.from({ length: 9 }, () => pick('words')).join(` || ' ' || `)} as said
        from one, generate_series(1, ${years.cases}) i) made`)
  await client.query(`
    insert into cases.case (id, number, kind, channel, status, topic_id, topic, personal, said, source, answers, place_id, place, street, street_folded, emergency, lead_id, dirs, due_at, opened_at, opened_by, changed_at, closed_at, folded)
    select t.id, t.number, 'complaint', 'phone', case when t.over then 'closed' when t.i % 2 = 0 then 'routed' else 'under_review' end, c.id, c.name, false, t.said, '{}', '[]', p.id, p.label, t.street, ${folded('t.street')},
      false, d.directorate_id, array[d.directorate_id], t.at + interval '72 hours', t.at, 'bench', t.at, case when t.over then t.at + make_interval(hours => t.hours::int) end,
      ' ' || ${folded(`t.number || ' ' || (500000 + t.i) || ' ' || (c.name->>'tr') || ' ' || p.label || ' ' || t.street || ' ' || t.said`)}
    from told t join routing.topic c on c.id = t.topic join routing.topic_directorate d on d.topic_id = c.id and d.part = 'lead' join places.place p on p.id = t.place;
    insert into cases.task (case_id, directorate_id, part, status, due_at, made_at) select id, lead_id, 'lead', 'open', due_at, opened_at from cases.case where opened_by = 'bench';
    insert into cases.reporter (case_id, citizen_id, name, phone, anonymous, may_message, language, withheld)
      select t.id, p.id, p.name, p.phone, false, true, 'tr', false from told t join person p on p.i = t.who;
    insert into cases.entry (id, case_id, at, by, what, facts, audience)
      select ${idAt('at')}, id, at, 'bench', 'opened', '{"channel":"phone"}'::jsonb, 'citizen' from told union all
      select ${idAt('at')}, id, at, 'bench', 'routed', '{}'::jsonb, 'citizen' from told`)
  await client.query(`
    insert into calls.call (id, direction, from_number, dialled, queue, arrived_at, queued_at, answered_at, ended_at, result)
    select 'bench-' || i, 'in', '+90555' || lpad((1 + floor(random() * ${years.people}))::int::text, 7, '0'), '153', 'main', at, at + interval '13 s', case when not missed then at + interval '25 s' end,
      at + case when missed then interval '60 s' else make_interval(secs => 60 + random() * 300) end, case when missed then 'abandoned_queue' else 'answered' end
    from (select i, now() - random() * make_interval(days => ${years.days}) as at, random() < 0.1 as missed from generate_series(1, ${years.calls}) i) made`)
  await client.query('drop table one, person, told; commit')
  await client.query('vacuum analyze')
}

/** Search and report among all of it, for the whole desk and for one directorate. */
export async function amongMany(house: House, cluster: string) {
  const url = new URL(cluster)
  url.pathname = '/akmasa'
  const database = new pg.Client({ connectionString: url.href })
  await database.connect()
  await fillMany(database)
  const lead = house.account('officer').directorate ?? undefined
  // An address each: the desk limits how much it takes from one.
  const [desk, officer, director] = [await Client.signedIn(house, house.account('supervisor'), '127.0.2.1'), await Client.signedIn(house, house.account('officer', lead), '127.0.2.2'), await Client.signedIn(house, house.account('director', lead), '127.0.2.3')]
  const result = { search: await searching(desk, officer, database), report: await reporting(desk, director, database) }
  for (const client of [desk, officer, director]) client.close()
  await database.end()
  return result
}
