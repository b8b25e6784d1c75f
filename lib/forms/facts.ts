/**
 * The facts an electronic identity proves about a person (domain reference 4, block `person`), each with the shape
 * of the answer it gives. A business also has the `organisation` block.
 */
export const FACTS = {
  'person.fullName': 'personName',
  'person.dob': 'partialDate',
  'person.sex': 'choice',
  'person.personalId': 'personalId',
  'person.issueDate': 'date',
  'person.issuePlace': 'text',
  'person.ethnicity': 'text',
  'person.nationality': 'text',
  'person.permanentAddress': 'address',
  'person.currentAddress': 'address',
  'person.phone': 'phone',
  'person.email': 'email',
  'organisation.name': 'text',
  'organisation.taxCode': 'taxCode',
  'organisation.address': 'address',
  'organisation.representative': 'personName',
} as const
export type FactPath = keyof typeof FACTS

/** Whether an electronic identity can prove such a fact. */
export const isFact = (path: string): path is FactPath => Object.hasOwn(FACTS, path)
