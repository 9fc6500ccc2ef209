export default function ScansPage() {
  return <h1>Scans</h1>
}
