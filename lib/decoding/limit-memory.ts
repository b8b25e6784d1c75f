import { MAX_WASM_BYTES } from './limits'

const PAGE_BYTES = 64 * 1024

/** Decoders in WebAssembly ask for memory through this one function, so it is where they are told that there is no more. */
export function limitMemory(): void {
  const grow = Reflect.get(WebAssembly.Memory.prototype, 'grow')
  WebAssembly.Memory.prototype.grow = function (pages) {
    if (this.buffer.byteLength + pages * PAGE_BYTES > MAX_WASM_BYTES)
      throw new RangeError('no more memory for one file')
    return grow.call(this, pages)
  }
}
