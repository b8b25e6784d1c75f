'use client'

import { useState } from 'react'
import type { Place } from '@/lib/forms'
import { Address } from './address'
import type { QuestionProps } from './question-props'

/** The address whose communes follow the province as it is chosen. */
export function AddressLive(props: QuestionProps & Required<Pick<QuestionProps, 'loadWards'>>) {
  const { loadWards } = props
  const [wards, setWards] = useState<readonly Place[]>()
  const follow = async (provinceCode: string) => {
    setWards([])
    if (provinceCode !== '' && loadWards !== undefined) setWards(await loadWards(provinceCode))
  }
  return <Address {...props} {...(wards !== undefined && { wards })} onProvince={(code) => void follow(code)} />
}
