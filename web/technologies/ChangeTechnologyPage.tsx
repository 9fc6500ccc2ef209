export default function ChangeTechnologyPage() {
  return <h1>Change a technology</h1>
}
