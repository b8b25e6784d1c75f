type Props = { src: string; alt: string; loading: 'eager' | 'lazy' }

/** A page of what is signed. Until it is there it takes the room of an A4 page, so that nothing moves when it comes. */
export function PagePicture({ src, alt, loading }: Props) {
  return <img src={src} alt={alt} loading={loading} width={1240} height={1754} className="w-full border border-line" />
}
