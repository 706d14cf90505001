/** A crew: whose it is, how it is called, and who goes out with it. */
import { Ref, Words } from '../fields.tsx'
import { useForm } from '../form.tsx'
import { Refs } from '../lists.tsx'

export function CrewForm() {
  const { value: { directorateId } } = useForm<'crew'>()
  return (
    <div className="form">
      <div className="half">
        <Words at="name" max={80} required />
        <Ref at="directorateId" kind="directorate" required />
      </div>
      <Refs at="people" kind="staff" hint="settings.hint.crewPeople" also={(person) => Array.isArray(person.roles) && person.roles.includes('crew') && (!directorateId || person.directorateId === directorateId)} />
    </div>
  )
}
