export default function EnterTechnologyPage() {
  return <h1>Enter a technology</h1>
}
