import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { FORM_WORDS, inputPart } from '@/lib/forms'
import type { Place } from '@/lib/forms'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import { SeveralInputs } from './framed'
import type { QuestionProps } from './question-props'
import { isWrong } from './question-props'
import { SelectInFull } from './select-in-full'

type PlaceSelectProps = {
  id: string
  label: string
  list: readonly Place[]
  chosen: string
  /** Of these alone somebody receives what is handed in; null where the choice does not decide that. */
  receiving: readonly string[] | null
  locale: Locale
  isInvalid: true | undefined
  bound: ReturnType<NonNullable<QuestionProps['bind']>> | undefined
  onChoose?: ((code: string) => void) | undefined
}

function PlaceSelect({ id, label, list, chosen, receiving, locale, isInvalid, bound, onChoose }: PlaceSelectProps) {
  const choices = list.map(({ code, name }) => ({
    value: code,
    words:
      receiving === null || receiving.includes(code) ? name : say(FORM_WORDS.notReceiving, locale, { place: name }),
  }))
  return (
    <Field id={id} label={label} locale={locale}>
      <SelectInFull
        id={id}
        name={id}
        {...{ choices, chosen, locale }}
        aria-invalid={isInvalid}
        {...bound}
        onChange={(event) => {
          bound?.onChange?.(event)
          onChoose?.(event.target.value)
        }}
      />
    </Field>
  )
}

function partOf({ name, issues, bind }: QuestionProps, part: string) {
  const id = `${name}.${part}`
  return { id, isInvalid: isWrong(issues, id) ?? isWrong(issues, name), bound: bind?.(id) }
}

function Detail(props: QuestionProps) {
  const { id, isInvalid, bound } = partOf(props, 'detail')
  return (
    <Field id={id} label={FORM_WORDS.detail[props.locale]} locale={props.locale}>
      <Input
        id={id}
        name={id}
        width="long"
        defaultValue={inputPart(props.value, 'detail')}
        autoComplete="street-address"
        aria-invalid={isInvalid}
        {...bound}
      />
    </Field>
  )
}

/** Without script this button sends the province, and the page comes back with its communes. */
function ChooseProvince({ name, locale }: Pick<QuestionProps, 'name' | 'locale'>) {
  return (
    <noscript>
      <Button variant="secondary" name="_choose" value={name} formNoValidate>
        {FORM_WORDS.chooseProvince[locale]}
      </Button>
    </noscript>
  )
}

/** Where somebody receives what is handed in, for the address that decides who that is. */
function receivingIn({ name, scope }: QuestionProps) {
  const receiving = scope.places?.receiving
  return receiving?.fieldId === name ? receiving : { provinces: null, wards: null }
}

/** Province, commune and the rest; with script the communes follow the province as it is chosen. */
export function Address(props: QuestionProps) {
  const { name, value, locale, scope, followProvince } = props
  const province = inputPart(value, 'provinceCode')
  const wards = scope.places?.wards[province] ?? []
  const receiving = receivingIn(props)
  return (
    <SeveralInputs question={props}>
      <PlaceSelect
        {...partOf(props, 'provinceCode')}
        label={FORM_WORDS.province[locale]}
        list={scope.places?.provinces ?? []}
        chosen={province}
        receiving={receiving.provinces}
        locale={locale}
        onChoose={followProvince}
      />
      <ChooseProvince name={name} locale={locale} />
      <PlaceSelect
        key={wards[0]?.code ?? ''}
        {...partOf(props, 'wardCode')}
        label={FORM_WORDS.ward[locale]}
        list={wards}
        chosen={inputPart(value, 'wardCode')}
        receiving={receiving.wards}
        locale={locale}
      />
      <Detail {...props} />
    </SeveralInputs>
  )
}
