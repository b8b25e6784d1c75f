/** Thrown where a page cannot be drawn for whoever asks: they go on at `location`. */
export class SeeOther extends Error {
  readonly location: string

  constructor(location: string) {
    super('another page')
    this.location = location
  }
}
