declare const unit: unique symbol

/** An amount of money: whole đồng, more than none. */
export type Dong = number & { readonly [unit]: 'đồng' }

export function isDong(amount: number): amount is Dong {
  return Number.isSafeInteger(amount) && amount > 0
}
