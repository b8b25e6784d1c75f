/** The part of libheif that is used; the package's own types leave these out or call them `any`. */
declare module 'libheif-js/wasm-bundle.js' {
  type Code = { readonly value: number }
  type Failure = { code: Code; message: string }
  type Context = { readonly isContext: true }
  export type Handle = { readonly isHandle: true }
  type Image = { readonly isImage: true }
  type Plane = { width: number; height: number; stride: number; data: Uint8Array }
  const libheif: {
    heif_error_code: Record<'heif_error_Ok' | 'heif_error_Memory_allocation_error', Code>
    heif_colorspace: Record<'heif_colorspace_RGB', Code>
    heif_chroma: Record<'heif_chroma_interleaved_RGBA', Code>
    heif_context_alloc(): Context
    heif_context_free(context: Context): void
    heif_context_read_from_memory(context: Context, bytes: Uint8Array): Failure
    heif_js_context_get_primary_image_handle(context: Context): Handle | Failure
    heif_image_handle_get_width(handle: Handle): number
    heif_image_handle_get_height(handle: Handle): number
    heif_image_handle_release(handle: Handle): void
    heif_js_decode_image2(handle: Handle, colours: Code, chroma: Code): { image: Image; channels: Plane[] } | Failure
    heif_image_release(image: Image): void
  }
  export default libheif
}
