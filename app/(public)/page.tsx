export default function HomePage() {
  return (
    <main>
      <h1 className="text-3xl">Một Cửa</h1>
    </main>
  )
}
