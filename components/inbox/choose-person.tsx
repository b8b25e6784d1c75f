import { Select } from '@/components/ui/input'

export type Candidate = { id: string; name: string }

type Props = { id: string; people: readonly Candidate[]; chosen: string; none: string }

/** One of the people work can lie with, or nobody in the words given. */
export function ChoosePerson({ id, people, chosen, none }: Props) {
  return (
    <Select id={id} name={id} defaultValue={chosen}>
      <option value="">{none}</option>
      {people.map((person) => (
        <option key={person.id} value={person.id}>
          {person.name}
        </option>
      ))}
    </Select>
  )
}
