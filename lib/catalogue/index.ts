export { contactAddress } from './contact'
export { procedureDefinition } from './definition'
export type {
  CaseDocument,
  DocumentRequirement,
  Fee,
  Ground,
  ProcedureCase,
  ProcedureDefinition,
  SignatureLevel,
  TimeLimit,
} from './definition'
export { deliveryWay } from './delivery'
export type { DeliveryWay } from './delivery'
export { filledSlots } from './fill-slots'
export type { DefinitionProblem } from './definition-problem'
export { problemsOf } from './problems'
export { cataloguePaths, SEARCH_NAMES } from './paths'
export { cataloguePages } from './public-pages'
export { filledIn, formField, RESULT_PAGE, resultForm } from './result-form'
export type { ResultTemplate } from './result-template'
export { basesOn, caseOf, feeAt, requiredDocuments, timeLimitAt } from './today'
export type { FeeLine, RequiredDocument } from './today'
export {
  AUDIENCE_WORDS,
  CONFIDENCE_WORDS,
  FIELD_WORDS,
  LIFE_EVENT_WORDS,
  PARTIAL_REASON_WORDS,
} from './topics'
export type { Audience, Confidence, FieldCode, LifeEvent } from './topics'
export {
  CATALOGUE_WORDS,
  DELIVERY_WORDS,
  DOCUMENT_FORM_WORDS,
  DOCUMENT_ORIGIN_WORDS,
  FEE_KIND_WORDS,
  LEVEL_WORDS,
  SIGNATURE_WORDS,
  requirednessOf,
} from './words'
